package cn.guatu.workbook.sheet;

/**
 * Where something stands.
 *
 * @param sheet name of the sheet as in the file, or of the missing one
 * @param cell address such as B7
 */
public record CellAt(String sheet, String cell) {}
