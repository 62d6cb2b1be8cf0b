namespace GanNotebooks.Data;

/// <summary>The ways people write each digit. See <see cref="Skeleton.Parse"/> for the notation.</summary>
internal static class DigitSkeletons
{
    private static readonly Skeleton[][] Digits =
    [
        [   // 0: closed oval, overlapping round, unclosed with the end inside, from the left, with a curl on top
            Skeleton.Parse(4, "58,2 20,20 8,62 46,99 86,66 78,20 56,3"),
            Skeleton.Parse(3, "68,8 30,6 8,44 24,88 62,97 90,56 74,12 44,4"),
            Skeleton.Parse(2, "62,6 24,14 8,58 34,96 76,86 88,42 66,8 46,14"),
            Skeleton.Parse(1, "28,5 10,44 26,92 66,94 88,50 66,8 26,8"),
            Skeleton.Parse(2, "44,22 66,4 28,10 6,54 30,96 74,88 90,44 70,8 40,14"),
        ],
        [   // 1: a line, a bent line, with a flag, with flag and foot
            Skeleton.Parse(7, "50,0 50,50 50,100"),
            Skeleton.Parse(3, "54,0 50,32 49,68 52,100"),
            Skeleton.Parse(2, "34,20 44,13 54,0! 52,50 50,100"),
            Skeleton.Parse(1, "26,24 42,14 54,0! 52,50 50,100", "22,100 50,99 80,99"),
        ],
        [   // 2: corner, wavy base, like a Z, small loop, large loop, curled head, low loop, round loop, hanging tail, wide base, flat
            Skeleton.Parse(3, "12,22 28,5 55,0 78,16 74,42 45,72 10,98! 50,96 92,94"),
            Skeleton.Parse(2, "10,24 26,6 52,0 74,14 72,40 46,70 8,96! 34,86 62,96 94,88"),
            Skeleton.Parse(2, "16,14 40,4 66,4 74,18 50,56 18,90! 56,92 116,88"),
            Skeleton.Parse(4, "12,18 34,2 60,4 74,24 62,54 36,84 16,94 10,84 26,76 50,88 94,96"),
            Skeleton.Parse(3, "16,14 42,0 68,8 74,34 58,66 32,92 10,94 6,78 26,68 54,82 78,98 106,88"),
            Skeleton.Parse(1, "34,26 22,18 34,3 62,2 76,24 62,58 34,90 12,92 18,76 44,84 94,98"),
            Skeleton.Parse(2, "24,20 44,2 70,10 72,40 50,78 22,98 4,86 20,70 48,80 96,80"),
            Skeleton.Parse(2, "18,16 40,0 66,8 74,40 62,78 34,98 10,88 18,64 46,62 72,80 92,96"),
            Skeleton.Parse(2, "14,20 36,2 64,6 76,32 60,70 30,96 8,90 16,72 40,70 66,88 90,106"),
            Skeleton.Parse(1, "28,14 46,0 62,10 58,36 38,70 2,98! 50,96 106,92"),
            Skeleton.Parse(1, "30,12 58,0 80,14 60,48 16,84 -4,78 14,64 60,74 124,70"),
        ],
        [   // 3: pointed waist, long arm at the waist, large below, curl at the waist, flat top, hooked end, smooth
            Skeleton.Parse(4, "14,12 40,0 70,8 72,30 38,47! 74,56 84,80 50,100 10,90"),
            Skeleton.Parse(2, "18,8 48,0 78,10 66,32 24,50! 66,50 84,68 60,94 6,98"),
            Skeleton.Parse(2, "24,12 48,0 68,10 62,28 36,40! 80,46 94,70 70,98 10,94"),
            Skeleton.Parse(3, "15,14 44,0 74,12 70,34 42,48 36,44 48,43 78,58 80,84 46,100 8,88"),
            Skeleton.Parse(1, "12,6 42,3 76,2! 58,22 38,42! 72,50 84,76 54,98 10,92"),
            Skeleton.Parse(2, "16,10 46,0 68,14 36,44! 76,50 86,76 56,100 16,94 4,78"),
            Skeleton.Parse(2, "20,14 46,0 72,12 68,34 54,46 70,58 80,76 56,98 16,94"),
        ],
        [   // 4: open and angular, open and round, tall arm, closed in two strokes, closed in one, one stroke and open
            Skeleton.Parse(4, "20,4 16,28 10,54! 48,54 88,48", "80,2 76,50 70,100"),
            Skeleton.Parse(4, "18,2 12,34 22,54 50,54 82,42", "84,0 80,48 72,100"),
            Skeleton.Parse(2, "14,18 10,44 24,60 56,54 86,40", "70,0 62,50 52,100"),
            Skeleton.Parse(2, "66,2 40,30 8,62! 50,62 94,58", "70,0 68,50 66,100"),
            Skeleton.Parse(1, "94,56 50,62 8,64! 38,32 68,0! 66,50 62,100"),
            Skeleton.Parse(0.5f, "22,2 12,36 20,54 50,50 80,8! 76,50 66,100"),
        ],
        [   // 5: hat drawn last, one stroke, curved like an S, small belly under a long hat, hooked end
            Skeleton.Parse(4, "30,4 26,24 22,44! 50,36 80,52 80,82 48,100 8,90", "30,4 58,4 92,0"),
            Skeleton.Parse(3, "90,2 58,3 32,4! 27,24 22,44! 52,37 82,56 78,86 46,100 8,90"),
            Skeleton.Parse(2, "86,4 44,5 28,24 40,42 68,54 78,78 54,98 12,94"),
            Skeleton.Parse(2, "40,10 34,28 28,44 52,48 66,66 56,90 30,100 6,92", "40,10 72,6 116,0"),
            Skeleton.Parse(2, "32,6 28,26 24,44! 50,38 78,58 70,90 38,99 12,86 16,70", "32,6 54,5 76,2"),
        ],
        [   // 6: round belly, long stem with a small loop, belly left open, straight stem, wide belly, heavy belly
            Skeleton.Parse(3, "70,0 38,18 14,54 14,84 42,100 74,88 76,64 50,54 22,68 14,84"),
            Skeleton.Parse(3, "60,0 32,36 14,72 26,98 58,96 72,76 54,62 28,74 18,90"),
            Skeleton.Parse(2, "78,4 46,10 18,40 10,74 34,99 70,92 78,68 52,58 28,70"),
            Skeleton.Parse(3, "38,0 22,30 14,66 22,94 48,99 72,82 68,62 46,60 22,78 24,96"),
            Skeleton.Parse(2, "44,0 18,34 8,70 28,98 66,98 92,76 84,56 56,58 32,80 36,98"),
            Skeleton.Parse(1, "40,0 16,34 8,74 30,100 66,94 82,66 64,48 36,56 14,78"),
        ],
        [   // 7: plain, rounded, with serif, with bar, with hanging serif, wavy top
            Skeleton.Parse(4, "10,10 48,6 88,4! 68,46 50,100"),
            Skeleton.Parse(3, "8,14 40,5 78,4 84,16 66,52 56,100"),
            Skeleton.Parse(2, "12,26 12,8! 50,7 88,4! 62,50 44,100"),
            Skeleton.Parse(1.5f, "10,8 48,6 88,4! 64,48 42,100", "30,54 54,51 82,48"),
            Skeleton.Parse(1, "8,36 14,14 36,6 72,10 80,22 68,60 60,100"),
            Skeleton.Parse(2, "6,22 20,6 44,14 84,4! 64,48 50,100"),
        ],
        [   // 8: one stroke from the upper right, open above, wide open, figure of eight from the waist, slim, small below, crossed twice, leaning
            Skeleton.Parse(4, "74,14 48,0 22,16 34,40 66,60 80,82 48,100 18,84 34,58 64,40 78,18 68,8"),
            Skeleton.Parse(3, "80,10 50,2 26,18 34,40 62,58 72,82 44,100 18,84 36,58 66,38 82,12"),
            Skeleton.Parse(1, "84,6 50,8 24,20 36,42 60,62 66,84 44,100 22,84 40,58 62,40 70,26"),
            Skeleton.Parse(2, "50,48 24,32 30,6 54,0 76,12 72,34 50,48 20,66 18,90 50,100 82,88 78,62 50,48"),
            Skeleton.Parse(2, "72,16 54,2 34,14 40,36 56,58 58,84 42,100 32,86 42,60 60,38 80,10"),
            Skeleton.Parse(2, "80,6 48,0 20,14 32,42 60,66 62,90 42,100 34,84 56,62 76,36 88,10"),
            Skeleton.Parse(1, "62,2 28,12 30,36 60,44 78,20 62,2! 60,44 36,60 24,82 42,100 66,88 62,62 46,46"),
            Skeleton.Parse(2, "86,2 58,6 28,22 38,44 60,62 62,88 40,100 22,86 36,64 62,40 74,18 56,6"),
        ],
        [   // 9: straight tail, curved tail, tail without a corner, open head, small head (upright, leaning), flat head
            Skeleton.Parse(5, "76,16 50,2 18,18 18,44 48,52 76,18! 75,58 70,100"),
            Skeleton.Parse(2, "78,18 52,2 18,16 20,44 54,50 78,16! 80,56 62,92 18,92"),
            Skeleton.Parse(3, "72,8 42,2 14,26 28,50 60,42 78,14 74,54 60,100"),
            Skeleton.Parse(2, "80,6 44,6 12,30 24,48 54,42 82,8! 74,50 62,100"),
            Skeleton.Parse(3, "68,12 46,2 22,16 22,34 44,40 68,14! 66,54 60,100"),
            Skeleton.Parse(1, "72,16 54,0 26,12 14,34 36,42 66,22! 68,56 68,100"),
            Skeleton.Parse(1, "74,2 50,4 16,22 22,42 50,36 76,10! 66,44 46,76 30,100"),
            Skeleton.Parse(1, "66,4 36,6 12,34 30,50 58,36 70,8 66,40 56,70 44,100"),
        ],
    ];

    /// <summary>Picks a skeleton of <paramref name="digit"/> (0 to 9) with the frequency with which people write it.</summary>
    public static Skeleton Pick(int digit, ref SplitMix64 random)
    {
        var ways = Digits[digit];
        var left = random.Unit() * ways.Sum(way => way.Frequency);
        foreach (var way in ways)
            if ((left -= way.Frequency) < 0) return way;
        return ways[^1];
    }
}
