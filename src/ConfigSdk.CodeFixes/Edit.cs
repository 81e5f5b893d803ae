using Microsoft.CodeAnalysis;

namespace ConfigSdk.CodeFixes;

/// <summary>An edit that a fix makes, in a form in which it can also follow others in the same file.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Key">The equivalence key.</param>
/// <param name="Anchor">The node at which it begins, in the tree as it was when the finding was made.</param>
/// <param name="Target">What it changes there. Of edits that change the same, the first is made.</param>
/// <param name="Apply">Makes it: the root, and the anchor as it is there by now.</param>
internal sealed record Edit(string Title, string Key, SyntaxNode Anchor, (SyntaxNode Node, string Part) Target, Func<SyntaxNode, SyntaxNode, SyntaxNode> Apply);
