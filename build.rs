//! Packs what is bundled, so that the program is small: playbooks, letters, scripts of drills, fonts, schemas. Same files, same bytes.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Each table with what goes into it: files, and folders with everything below them.
const TABLES: [(&str, &str, &[&str]); 4] = [
    ("PLAYBOOKS", "playbooks", &[""]),
    ("DRILLS", "assets/drills", &[""]),
    ("FONTS", "assets/fonts", &["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"]),
    ("SCHEMAS", "assets", &["playbook.schema.json", "drill.schema.json", "contacts.schema.json"]),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut tables = String::new();
    for (table, folder, wanted) in TABLES {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        for name in wanted {
            below(&Path::new(folder).join(name), &mut files)?;
        }
        files.sort();
        let _ = writeln!(tables, "pub static {table}: [Packed; {}] = [", files.len());
        for file in files {
            let bytes = fs::read(&file)?;
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let packed = out.join(format!("{table}-{}", name.replace('/', "-")));
            let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
            packing.write_all(&bytes)?;
            fs::write(&packed, packing.finish()?)?;
            let head = if file.extension().is_some_and(|end| end == "toml") {
                head(&String::from_utf8_lossy(&bytes)).to_owned()
            } else {
                String::new()
            };
            let (length, packed) = (bytes.len(), packed.display().to_string());
            let _ = writeln!(tables, "    Packed::new({name:?}, {head:?}, {length}, include_bytes!({packed:?})),");
        }
        tables.push_str("];\n");
    }
    fs::write(out.join("packed.rs"), tables)
}

/// A file, or every file below a folder but for its README.
fn below(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        if path.file_name().is_some_and(|name| name != "README.md") {
            files.push(path.to_owned());
        }
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        below(&entry?.path(), files)?;
    }
    Ok(())
}

/// The beginning of a playbook or a script, in which its first table and those inside that one stand.
fn head(text: &str) -> &str {
    let mut at = 0;
    let mut first: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        if let Some(table) = line.strip_prefix('[').and_then(|line| line.split(']').next()) {
            match first {
                None => first = Some(table),
                Some(first) if table.split('.').next() == Some(first) => {}
                Some(_) => return &text[..at],
            }
        }
        at += line.len();
    }
    text
}
