package cn.guatu.project.schedule;

import cn.guatu.platform.time.WorkCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Working days by number, so that the passes add and subtract integers: 0 is the first working day on or after the
 * origin. The calendar is asked once a day, and only as far as somebody has got.
 */
final class WorkingDays {

    /** Some fifteen centuries: durations that nobody means shall not eat the memory. */
    private static final int FARTHEST = 400_000;

    private final WorkCalendar calendar;
    private final Side after;
    private final Side before;

    WorkingDays(WorkCalendar calendar, LocalDate origin) {
        this.calendar = calendar;
        after = new Side(origin, 1);
        before = new Side(origin.minusDays(1), -1);
    }

    /** The day with this number; numbers beyond the farthest mean the farthest. */
    LocalDate day(int number) {
        return LocalDate.ofEpochDay(number >= 0 ? after.get(number) : before.get(-number - 1));
    }

    /** The number of the day, or of the next working day. */
    int onOrAfter(LocalDate day) {
        long wanted = day.toEpochDay();
        if (wanted >= after.get(0)) {
            return after.steps(wanted);
        }
        // The days before go back in time: those at or after the wanted one are the first so many of them.
        return -before.stepsUpTo(wanted);
    }

    /** The number of the day, or of the last working day before it. */
    int onOrBefore(LocalDate day) {
        int next = onOrAfter(day);
        return day(next).equals(day) ? next : next - 1;
    }

    /** The working days on one side of the origin, by their distance. */
    private final class Side {

        private final int direction;
        private LocalDate next;
        private long[] days = new long[512];
        private int size;

        Side(LocalDate first, int direction) {
            this.next = first;
            this.direction = direction;
        }

        long get(int index) {
            int wanted = Math.min(index, FARTHEST);
            while (size <= wanted) {
                grow();
            }
            return days[wanted];
        }

        /** How many working days lie strictly before the wanted day, seen from the origin. */
        int steps(long wanted) {
            while (size == 0 || (size <= FARTHEST && (days[size - 1] - wanted) * direction < 0)) {
                grow();
            }
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if ((days[middle] - wanted) * direction < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Like {@link #steps}, but the wanted day itself counts. */
        int stepsUpTo(long wanted) {
            int steps = steps(wanted);
            return steps < size && days[steps] == wanted ? steps + 1 : steps;
        }

        private void grow() {
            while (!calendar.isWorkingDay(next)) {
                next = next.plusDays(direction);
            }
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
            }
            days[size++] = next.toEpochDay();
            next = next.plusDays(direction);
        }
    }
}
