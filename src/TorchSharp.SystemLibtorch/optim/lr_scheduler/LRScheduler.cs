namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>How learning rates change while training.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, epoch by epoch.</summary>
            public abstract class LRScheduler
            {
                private readonly Optimizer optimizer;
                private readonly bool verbose;
                private readonly double[] last;

                /// <summary>How often <see cref="step()"/> was called.</summary>
                protected int _step_count;

                /// <summary>A scheduler of an optimizer.</summary>
                /// <param name="optimizer">Whose rates to set.</param>
                /// <param name="last_epoch">The epoch before the first one.</param>
                /// <param name="verbose">Write every change to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (this.optimizer, this.verbose, Epoch) = (optimizer, verbose, last_epoch);
                    Initial = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    last = [.. Rates];
                }

                internal int Epoch { get; set; }

                /// <summary>The rates that training began with.</summary>
                internal double[] Initial { get; }

                /// <summary>The rates now.</summary>
                internal IEnumerable<double> Rates => optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes on to the next epoch, or to the one given.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    double[] rates = [.. epoch is null ? get_lr() : get_closed_form_lr()];
                    foreach (var (i, group) in optimizer.ParamGroups.Index())
                    {
                        if (i >= last.Length) break;
                        if (verbose && rates[i] != last[i]) Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        group.LearningRate = last[i] = rates[i];
                    }
                }

                /// <summary>Goes on to the next epoch, or to the one given; the metric is for schedulers that look at it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the epoch from those of the one before.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of the epoch from the first ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The rates as last set.</summary>
                public IEnumerable<double> get_last_lr() => last;
            }

            /// <summary>The schedulers' types.</summary>
            public static partial class impl
            {
            }
        }
    }
}
