namespace GanNotebooks.Data.Downloads;

/// <summary>Why a mirror did not deliver, and whether asking it again may help.</summary>
internal sealed class MirrorFailure(string reason, bool mayPass, Exception? cause = null) : Exception(reason, cause)
{
    public bool MayPass { get; } = mayPass;
}
