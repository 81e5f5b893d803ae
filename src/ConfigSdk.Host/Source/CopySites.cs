using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ConfigSdk.Hosting.Source;

/// <summary>Finds where a <c>with</c> stands whose call stack was recorded, through the declarations' portable PDB.</summary>
internal sealed class CopySites(Assembly declarations) : IDisposable
{
    private readonly MetadataReaderProvider? _symbols = Open(declarations);

    /// <summary>The file and first line of the statement; null without symbols.</summary>
    public (string File, int Line)? Find(StackTrace copiedAt)
    {
        if (_symbols is null || copiedAt.GetFrames().FirstOrDefault(f => f.GetMethod()?.Module.Assembly == declarations) is not { } frame)
        {
            return null;
        }

        var reader = _symbols.GetMetadataReader();
        var method = MetadataTokens.MethodDefinitionHandle(frame.GetMethod()!.MetadataToken & 0xFFFFFF);
        SequencePoint? found = null;
        foreach (var point in reader.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (!point.IsHidden && point.Offset <= frame.GetILOffset())
            {
                found = point;
            }
        }

        return found is { } p ? (reader.GetString(reader.GetDocument(p.Document).Name), p.StartLine) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _symbols?.Dispose();

    private static MetadataReaderProvider? Open(Assembly assembly)
    {
        var pdb = Path.ChangeExtension(assembly.Location, ".pdb");
        return File.Exists(pdb) ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(pdb)) : null;
    }
}
