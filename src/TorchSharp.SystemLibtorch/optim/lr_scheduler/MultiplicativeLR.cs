namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Each rate times a function of the epoch.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="lr_lambda">The factor of an epoch.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>Each rate times a function of the epoch.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] factors;

                    /// <summary>A scheduler with the same function for all groups; it sets the first epoch's rates.</summary>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, optimizer.ParamGroups.Select(_ => lr_lambda), last_epoch, verbose)
                    {
                    }

                    /// <summary>A scheduler with a function a group; it sets the first epoch's rates.</summary>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        factors = [.. lr_lambdas];
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Epoch > 0 ? Rates.Zip(factors, (rate, factor) => rate * factor(Epoch)) : Rates;
                }
            }
        }
    }
}
