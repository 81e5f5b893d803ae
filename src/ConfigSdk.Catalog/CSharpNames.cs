using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>How nova's, libvirt's and the kernel's names are written as C# names.</summary>
public static class CSharpNames
{
    /// <summary>PascalCase of a name whose words are separated by anything but letters and digits: <c>cpu_models</c> → CpuModels, <c>host-model</c> → HostModel.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var startsWord = true;
        foreach (var c in name)
        {
            if (c == '+')
            {
                text.Append("Plus");
                startsWord = true;
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                // Between digits a sign tells names apart: sse4.1 is not sse41, EPYC-v1.1 is not EPYC-v11.
                if (text.Length > 0 && char.IsDigit(text[text.Length - 1]))
                {
                    startsWord = true;
                    text.Append('_');
                    continue;
                }

                startsWord = true;
                continue;
            }

            if (text.Length > 0 && text[text.Length - 1] == '_' && !char.IsDigit(c))
            {
                text.Length--;
            }

            text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        var result = text.ToString().TrimEnd('_');
        return result.Length == 0 ? "Empty" : char.IsDigit(result[0]) ? "_" + result : result;
    }

    /// <summary>The C# name of an option group: <c>DEFAULT</c> → Default, <c>api_database</c> → ApiDatabase.</summary>
    public static string Group(string group) => group == "DEFAULT" ? "Default" : Pascal(group);
}
