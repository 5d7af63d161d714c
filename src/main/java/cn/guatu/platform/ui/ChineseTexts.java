package cn.guatu.platform.ui;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.menubar.MenuBar.MenuBarI18n;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The Chinese texts of Vaadin's components, in one place. */
public final class ChineseTexts {

    private ChineseTexts() {}

    /** Texts of a date picker; weeks begin on Monday, as they are reported. */
    public static DatePickerI18n datePicker() {
        return new DatePickerI18n()
                .setMonthNames(List.of("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"))
                .setWeekdays(List.of("星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"))
                .setWeekdaysShort(List.of("日", "一", "二", "三", "四", "五", "六"))
                .setFirstDayOfWeek(1)
                .setToday("今天")
                .setCancel("取消")
                .setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日", "M月d日")
                .setBadInputErrorMessage("请按 年-月-日 填写日期");
    }

    /** Texts of a menu that has no room for all of its entries. */
    public static MenuBarI18n menuBar() {
        return new MenuBarI18n().setMoreOptions("更多");
    }

    /** Texts of an upload of one file. */
    public static UploadI18N upload() {
        UploadI18N texts = new UploadI18N();
        texts.setDropFiles(new UploadI18N.DropFiles().setOne("将文件拖到这里").setMany("将文件拖到这里"));
        texts.setAddFiles(new UploadI18N.AddFiles().setOne("选择文件…").setMany("选择文件…"));
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles("文件过多。")
                .setFileIsTooBig("文件过大。")
                .setIncorrectFileType("文件类型不正确。"));
        texts.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting("正在连接…")
                        .setStalled("传输停顿")
                        .setProcessing("正在处理…")
                        .setHeld("排队中"))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix("剩余时间:")
                        .setUnknown("剩余时间未知"))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable("上传失败,请稍后再试")
                        .setUnexpectedServerError("服务器处理出错,上传失败")
                        .setForbidden("没有上传权限")));
        texts.setFile(new UploadI18N.File().setRetry("重试").setStart("开始").setRemove("移除"));
        texts.setUnits(new UploadI18N.Units().setSize(List.of("B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
        return texts;
    }

    /** Texts of the sign-in form. */
    public static LoginI18n login() {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Header header = new LoginI18n.Header();
        header.setTitle("挂图作战");
        header.setDescription("重点工作任务、项目与指标调度平台");
        texts.setHeader(header);
        LoginI18n.Form form = texts.getForm();
        form.setTitle("登录");
        form.setUsername("账号");
        form.setPassword("密码");
        form.setSubmit("登录");
        form.setForgotPassword("忘记密码");
        LoginI18n.ErrorMessage message = texts.getErrorMessage();
        message.setTitle("登录没有成功");
        message.setMessage("账号或密码不正确,或账号已被锁定。请核对后再试。");
        message.setUsername("请填写账号");
        message.setPassword("请填写密码");
        return texts;
    }
}
