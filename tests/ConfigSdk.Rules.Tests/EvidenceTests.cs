using ConfigSdk.Tests;

namespace ConfigSdk.Rules.Tests;

public class EvidenceTests
{
    [Fact]
    public void Evidence_is_of_rules_that_there_are() => Assert.Empty(RecordedEvidence.Rules.Except(RuleCatalog.Descriptors.Select(d => d.Id)));

    [Fact]
    public void The_document_tells_it() => GeneratedDocument.SameAsGenerated("docs/rules/evidence.md", RecordedEvidence.Document());
}
