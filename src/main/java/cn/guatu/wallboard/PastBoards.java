package cn.guatu.wallboard;

import cn.guatu.rollup.AsOf;
import cn.guatu.security.AccessScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pictures of other days that were looked at last, so that a slider moved to and fro reads each of them once. */
final class PastBoards {

    private static final int KEPT = 400;

    /** @param stand null for what can no longer change */
    record Key(int year, AsOf asOf, AccessScope access, WallBoardService.@Nullable Stand stand) {}

    private final Map<Key, Board> boards = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Board> eldest) {
            return size() > KEPT;
        }
    };

    Board of(Key key, Supplier<Board> reading) {
        synchronized (boards) {
            Board known = boards.get(key);
            if (known != null) {
                return known;
            }
        }
        Board read = reading.get();
        synchronized (boards) {
            boards.put(key, read);
        }
        return read;
    }
}
