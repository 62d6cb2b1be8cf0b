namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate along half a cosine to a least one, and back: Loshchilov &amp; Hutter 2017, equation 5, without restarts.</summary>
            /// <param name="optimizer">Whose rates to set.</param>
            /// <param name="T_max">How many epochs to the least rate.</param>
            /// <param name="eta_min">The least rate.</param>
            /// <param name="last_epoch">The epoch before the first one.</param>
            /// <param name="verbose">Write every change to the console.</param>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
            public static partial class impl
            {
                /// <summary>The rate along half a cosine to a least one, and back: Loshchilov &amp; Hutter 2017, equation 5, without restarts.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double half, least;

                    /// <summary>A scheduler of an optimizer; it sets the first epoch's rates.</summary>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) : base(optimizer, last_epoch, verbose)
                    {
                        (half, least) = (T_max, eta_min);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return Rates;
                        if ((Epoch - 1 - half) % (2 * half) == 0)
                            return Rates.Zip(Initial, (rate, initial) => rate + (initial - least) * (1 - Math.Cos(Math.PI / half)) / 2);
                        return Rates.Select(rate => (1 + Math.Cos(Math.PI * Epoch / half)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / half)) * (rate - least) + least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => Initial.Select(rate => least + (rate - least) * (1 + Math.Cos(Math.PI * Epoch / half)) / 2);
                }
            }
        }
    }
}
