using BenchmarkDotNet.Attributes;
using ConfigSdk.Analyzers;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.Benchmarks;

/// <summary>What the analyzer does with one node of a fleet, once the compiler has bound it: reads it, and judges it.</summary>
[MemoryDiagnoser]
[WarmupCount(5)]
[IterationCount(20)]
public class OneDeclaration
{
    private const int Nodes = 1_000;
    private readonly CSharpCompilation _compilation = Declarations.Compilation(Nodes);
    private readonly ModelTypes _model;
    private readonly IOperation[] _nodes;
    private readonly PartialValue[] _values;

    public OneDeclaration()
    {
        _model = ModelTypes.Find(_compilation)!;
        _nodes =
        [
            .. from tree in _compilation.SyntaxTrees
               let semantics = _compilation.GetSemanticModel(tree)
               from creation in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
               let operation = semantics.GetOperation(creation)
               where _model.IsComputeNode(operation.Type)
               select operation,
        ];
        _values = [.. ReadAll().Values];
    }

    /// <summary>How many steps the evaluator took for each of them.</summary>
    public double Steps => (double)ReadAll().Steps / _nodes.Length;

    [Benchmark(OperationsPerInvoke = Nodes)]
    public object Read() => ReadAll();

    [Benchmark(OperationsPerInvoke = Nodes)]
    public int Judge()
    {
        var judgement = new Judgement(FactCatalog.Bundled);
        return _values.Sum(v => judgement.Of(v).Count);
    }

    private (List<PartialValue> Values, int Steps) ReadAll()
    {
        var evaluator = new Evaluator(_compilation, _model);
        var (values, steps) = (new List<PartialValue>(_nodes.Length), 0);
        foreach (var node in _nodes)
        {
            var walk = new Walk(null, CancellationToken.None);
            values.Add(evaluator.Value(node, walk));
            steps += walk.Steps;
        }

        return (values, steps);
    }
}
