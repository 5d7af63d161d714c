package cn.guatu.security.ui;

import java.util.Map;

/** The audit trail keeps words for programs, so that its hashes never depend on a translation; people read these. */
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("sign-in", "登录"),
            Map.entry("sign-in.failed", "登录失败"),
            Map.entry("sign-in.locked", "登录失败并锁定"),
            Map.entry("account.create", "新建账号"),
            Map.entry("account.disable", "停用账号"),
            Map.entry("account.enable", "启用账号"),
            Map.entry("account.invite", "发出一次性链接"),
            Map.entry("account.password", "设置密码"),
            Map.entry("account.roles", "更改角色"),
            Map.entry("account.setup-link", "生成管理员设置链接"),
            Map.entry("account.unlock", "解锁账号"),
            Map.entry("job.pause", "暂停任务"),
            Map.entry("map.take", "采用地图边界"),
            Map.entry("map.clear", "清除地图边界"),
            Map.entry("job.resume", "恢复任务"),
            Map.entry("job.run", "手动运行任务"),
            Map.entry("report.approve", "审核通过周报"),
            Map.entry("report.return", "退回周报"),
            Map.entry("report.reopen", "重新开启周报"),
            Map.entry("evidence.remove", "移除证明文件"),
            Map.entry("week.deadlines", "更改填报时限"),
            Map.entry("demo.clock", "拨动演示时钟"),
            Map.entry("item.instructed", "批示"),
            Map.entry("item.urged", "催办"),
            Map.entry("ladder.rules", "修改督办规则"),
            Map.entry("order.issued", "签发督办单"),
            Map.entry("order.signed", "签收督办单"),
            Map.entry("order.planned", "报整改方案"),
            Map.entry("order.answered", "答复督办单"),
            Map.entry("order.returned", "退回督办单答复"),
            Map.entry("order.verified", "核验督办单"),
            Map.entry("order.closed", "督办单销号"),
            Map.entry("order.withdrawn", "撤销督办单"),
            Map.entry("order.granted", "批准延期或停表"),
            Map.entry("order.refused", "不批准延期或停表"),
            Map.entry("schedule.repair", "巡检修复"),
            Map.entry("token.issue", "签发令牌"),
            Map.entry("token.revoke", "吊销令牌"),
            Map.entry("wall.save", "保存挂图"),
            Map.entry("wall.remove", "删除挂图"),
            Map.entry("screen.pair", "配对大屏"),
            Map.entry("screen.assign", "更改大屏"),
            Map.entry("screen.revoke", "解除大屏配对"),
            Map.entry("import", "导入一张表"),
            Map.entry("import-undone", "撤销导入"),
            Map.entry("notice.settings", "修改通知设置"),
            Map.entry("notice.robot", "修改群机器人"),
            Map.entry("notice.retry", "重发通知"),
            Map.entry("notice.confirm", "确认通知已送达"),
            Map.entry("calendar.renew", "生成日历订阅地址"),
            Map.entry("calendar.end", "停用日历订阅"),
            Map.entry("blocker.clocks", "修改堵点回应时限"),
            Map.entry("calendar.remove", "恢复普通工作日"),
            Map.entry("calendar.take", "录入放假安排"),
            Map.entry("reserve.swap", "储备项目替补"),
            Map.entry("schedule.baseline", "设定排期基线"),
            Map.entry("schedule.import", "导入排期文件"),
            Map.entry("schedule.reschedule", "调整排期"),
            Map.entry("schedule.stop", "停计时"),
            Map.entry("schedule.stop-removed", "撤销停计时"),
            Map.entry("template.activate", "启用阶段模板"),
            Map.entry("template.apply", "套用阶段模板"),
            Map.entry("template.create", "新建阶段模板"),
            Map.entry("template.delete", "删除阶段模板"),
            Map.entry("template.edit", "修改阶段模板"),
            Map.entry("template.retire", "停用阶段模板"),
            Map.entry("person.create", "新增人员"),
            Map.entry("person.edit", "修改人员"),
            Map.entry("person.deactivate", "人员离岗"),
            Map.entry("month.cut-off", "月度截数"),
            Map.entry("month.review", "月度转审核"),
            Map.entry("month.objection", "月度进入异议期"),
            Map.entry("month.approve", "月度审定"),
            Map.entry("month.publish", "月度发布"),
            Map.entry("month.reopen", "月度重新开启"),
            Map.entry("objection.raise", "提出异议"),
            Map.entry("objection.answer", "答复异议"),
            Map.entry("stepping-in.record", "登记主动补位"),
            Map.entry("score-rules.draft", "起草评分规则"),
            Map.entry("score-rules.activate", "启用评分规则"),
            Map.entry("target.propose", "提出目标调整"),
            Map.entry("target.approve", "批准目标调整"),
            Map.entry("target.reject", "未批准目标调整"),
            Map.entry("hand-over", "责任移交"),
            Map.entry("hand-over.undo", "撤销责任移交"),
            Map.entry("deputy.add", "设置代理"),
            Map.entry("deputy.end", "结束代理"),
            Map.entry("year.carry-over", "年度结转"),
            Map.entry("unit.create", "新增单位"),
            Map.entry("unit.edit", "修改单位"),
            Map.entry("unit.remove", "删除单位"));

    private AuditWords() {}

    /** What was done, in Chinese; an action without a word of its own is shown as it is kept. */
    static String action(String kept) {
        return ACTIONS.getOrDefault(kept, kept);
    }

    /** Who did it; the system itself has a name too. */
    static String actor(String kept) {
        return kept.equals("system") ? "系统" : kept;
    }

    /** From where; "local" is the server itself. */
    static String source(String kept) {
        return kept.equals("local") ? "本机" : kept;
    }
}
