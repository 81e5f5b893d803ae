using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory kept for the host out of memory files, where nova refuses it: since 34.0.0 always, since 22.0.0 where nothing would be left for guests.</summary>
internal sealed class ReservedFileBackedMemoryRefused() : ReservedFileBackedMemory(
    "NOVA4013", "Reserved memory beside file-backed memory", Consequence.Refused,
    "The memory of guests that lies in files is none of the host's, so that there is nothing to keep for it. nova's own default keeps 512 MiB, so that 0 has to be written.")
{
    protected override string? WhatHappens(Release release, bool isAllOfIt) => isAllOfIt || release.IsAtLeast("34.0.0") ? Outcome.NoStart : null;
}
