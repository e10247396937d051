package hengke.web.files;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes uploading and reading files. */
@Component
@Order(60)
final class FilesDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema file = api.schema(
                "StoredFile",
                Shape.answer()
                        .with("id", Schema.id())
                        .with("name", Schema.text())
                        .with("size", Schema.integer())
                        .with("type", Schema.text().about("内容类型", "The media type")));
        Section section = api.section("文件", "Files");
        section.post("/api/files", "上传文件", "Upload a file")
                .explained(
                        "挂到记录之前只有上传者可读；挂上后随记录的权限。",
                        "Until it hangs on a record only its uploader may read it; then whoever may read the record.")
                .form(Shape.body().with("file", Schema.bytes()))
                .creates(file);
        section.get("/api/files/{id}", "下载文件", "Download a file")
                .query("inline", Schema.text().about("在页面中显示图片、PDF 和音频", "Shows images, PDF and audio in the page"))
                .answersFile(MediaType.APPLICATION_OCTET_STREAM_VALUE, Schema.bytes());
    }
}
