package hengke.kernel.database;

import java.nio.file.Path;

/** Refusal to start a second application on the same data folder. */
public final class FolderInUse extends RuntimeException {
    FolderInUse(Path folder) {
        super("数据目录 " + folder + " 正被另一个恒客使用，请先停止它，或用 HENGKE_DATA 指定另一个目录。"
                + " (Another Hengke is using this data folder; stop it or set HENGKE_DATA to another one.)");
    }
}
