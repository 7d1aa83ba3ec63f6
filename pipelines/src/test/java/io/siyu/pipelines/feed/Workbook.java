package io.siyu.pipelines.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bytes of an xlsx whose cells are written letter by letter, as no library would. */
final class Workbook {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final StringBuilder rows = new StringBuilder();
    private int row;

    /** A row of cells: {@code t:text}, {@code n:number}, {@code d:days}, {@code f:text of a formula}, or nothing. */
    Workbook row(String... cells) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                rows.append(cell((char) ('A' + i) + "" + row, cells[i].charAt(0), cells[i].substring(2)));
            }
        }
        rows.append("</row>");
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + part("/xl/workbook.xml", "sheet.main") + part("/xl/worksheets/sheet1.xml", "worksheet")
                            + part("/xl/styles.xml", "styles") + "</Types>");
            add(zip, "_rels/.rels", relations(relation("1", "officeDocument", "xl/workbook.xml")));
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"订单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation("1", "worksheet", "worksheets/sheet1.xml")
                            + relation("2", "styles", "styles.xml")));
            add(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy/m/d\\ h:mm\"/></numFmts>"
                            + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            add(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String cell(String at, char kind, String text) {
        return switch (kind) {
            case 't' -> "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
            case 'f' -> "<c r=\"" + at + "\" t=\"str\"><f>A1</f><v>" + text + "</v></c>";
            case 'd' -> "<c r=\"" + at + "\" s=\"1\"><v>" + text + "</v></c>";
            case 'D' -> "<c r=\"" + at + "\" s=\"2\"><v>" + text + "</v></c>";
            default -> "<c r=\"" + at + "\"><v>" + text + "</v></c>";
        };
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"" + name + "\" ContentType=\"" + CONTENT + type + "+xml\"/>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + inner + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
