package cn.guatu.platform.failure;

/** What people are told when no rule has a sentence of its own. */
final class Sentences {

    static final String DATABASE_DOWN = "数据库暂时连接不上,数据没有丢失。请稍后再试,若持续出现请联系系统管理员。";
    static final String UNEXPECTED = "系统出现意外错误,本次操作没有完成。请稍后再试,若仍出现请把编号告诉系统管理员。";

    private Sentences() {}

    /** The sentence for a status of HTTP. */
    static String forStatus(int status) {
        return switch (status) {
            case 400 -> "请求的参数或内容不正确,请核对后重试。";
            case 401 -> "尚未登录或令牌无效,请先登录,或在 Authorization 头中提供有效令牌。";
            case 403 -> "没有权限执行该操作,如确有需要请联系安全管理员。";
            case 404 -> "请求的地址或内容不存在,请核对后重试。";
            case 405 -> "该地址不支持这种请求方法。";
            case 406 -> "无法按请求的格式返回内容。";
            case 409 -> "内容已被他人修改,请刷新后再试。";
            case 413 -> "提交的内容过大,请缩小后重试。";
            case 415 -> "不支持这种内容格式。";
            case 501 -> "该功能尚未提供。";
            case 503 -> DATABASE_DOWN;
            default -> status < 500 ? "请求无法处理,请核对后重试。" : UNEXPECTED;
        };
    }
}
