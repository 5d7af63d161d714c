package cn.guatu.platform.persistence;

import cn.guatu.platform.failure.Refusal;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what the database refuses into sentences that people can act on. */
public final class Violations {

    private static final int NOT_NULL = 1048;
    private static final int DUPLICATE = 1062;
    private static final int OUT_OF_RANGE = 1264;
    private static final int TOO_LONG = 1406;
    private static final int STILL_REFERRED_TO = 1451;
    private static final int REFERS_TO_NOTHING = 1452;
    private static final int CHECK_IN_MYSQL = 3819;
    private static final int CHECK_IN_MARIADB = 4025;

    private Violations() {}

    /**
     * Does work; a violated constraint comes out as a refusal, anything else as it was.
     *
     * @param what the Chinese word for what is written, e.g. 节点
     * @param write the work
     * @return what the work returns
     */
    public static <T extends @Nullable Object> T explained(String what, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException failure) {
            Refusal refusal = refusal(what, failure);
            throw refusal == null ? failure : refusal;
        }
    }

    private static @Nullable Refusal refusal(String what, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Refusal refusal = refusal(what, sql);
                if (refusal != null) {
                    refusal.initCause(failure);
                }
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal refusal(String what, SQLException sql) {
        return switch (sql.getErrorCode()) {
            case DUPLICATE -> Refusal.conflict(what + "重复：已有相同的记录，请核对名称或编码后重试。");
            case REFERS_TO_NOTHING -> Refusal.invalid(what + "引用的记录不存在或已被删除，请刷新后重试。");
            case STILL_REFERRED_TO -> Refusal.conflict(what + "仍被其他记录引用，不能删除；请先解除引用。");
            case CHECK_IN_MYSQL, CHECK_IN_MARIADB -> Refusal.invalid(what + "中有不允许的数值，请核对数量、权重、工期等后重试。");
            case TOO_LONG -> Refusal.invalid(what + "中有文字过长，请缩短后重试。");
            case OUT_OF_RANGE -> Refusal.invalid(what + "中有数值超出允许范围，请核对后重试。");
            case NOT_NULL -> Refusal.invalid(what + "缺少必填内容，请补充后重试。");
            default -> null;
        };
    }
}
