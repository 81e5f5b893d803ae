using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory kept for the host out of memory files, where nova only warns of it.</summary>
internal sealed class ReservedFileBackedMemoryWarned() : ReservedFileBackedMemory(
    "NOVA4014", "Reserved memory out of file-backed memory", Consequence.Harmful,
    "The memory of guests that lies in files is none of the host's, so that what is kept of it serves nobody. From 34.0.0 on nova refuses it.")
{
    protected override string? WhatHappens(Release release, bool isAllOfIt) =>
        isAllOfIt || release.IsAtLeast("34.0.0") ? null : "nobody gets to use it, nova logs a warning, and 34.0.0 would refuse to start so";
}
