using System.Runtime.CompilerServices;
using GanNotebooks.Runtime;

namespace GanNotebooks;

/// <summary>Runs when any part of a library is first used. Compiled into each library that notebooks may begin with.</summary>
internal static class Startup
{
#pragma warning disable CA2255 // The settings must be made before libtorch is loaded, whichever type a program uses first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare() => Libtorch.Prepare();
}
