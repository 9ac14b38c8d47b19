//! What paper costs: the time of a large table as PDF, and the size of the program by the crates in it.
//!
//! `cargo bench --bench paper` prints medians of several runs, and the size of `target/release/breachbook` against its budget. The
//! parts are read from the symbols of a program that was built with them:
//!
//! ```text
//! cargo build --release --config profile.release.strip=false --target-dir target/symbols
//! ```

#![allow(clippy::print_stdout)] // A bench prints what it measured.

use breachbook::export::pdf;
use breachbook::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow, Tone};
use breachbook::report::{Foot, Form, Head, Profile, Sheet, Size};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Bytes that the stripped program may have.
const BUDGET: u64 = 11_000_000;

fn main() {
    println!("time: an action record with 8 columns as PDF");
    for rows in [30, 300, 3_000, 10_000] {
        let sheet = sheet(rows);
        let runs = if rows > 1_000 { 1 } else { 7 };
        let mut pages = 0;
        let mut bytes = 0;
        let mut times: Vec<_> = (0..runs)
            .map(|_| {
                let from = Instant::now();
                let made = pdf::write(&sheet).expect("a page is written");
                (pages, bytes) = (made.pages, made.bytes.len());
                from.elapsed()
            })
            .collect();
        times.sort();
        let median = times[times.len() / 2];
        let cell = median / (rows as u32 * 8);
        println!("  {rows:6} rows: {median:9.1?}, {:5.1} us a cell, {pages} pages, {bytes} bytes", micros(cell));
    }
    sizes();
}

fn micros(time: Duration) -> f64 {
    time.as_nanos() as f64 / 1_000.0
}

fn sheet(rows: usize) -> Sheet {
    let cells = [
        "A-1",
        "Step 2: evaluate the risks",
        "Call the office that had the list (not asked by this policy)",
        "B. Ito",
        "23 Nov 12:00",
        "22 Nov 08:40",
        "",
        "",
    ];
    let row = |at: usize| {
        let mut row = TableRow { cells: cells.iter().map(|text| vec![Line::from(*text)]).collect(), says: vec![] };
        row.cells[0] = vec![format!("A-{at}").into()];
        row.cells[6] = vec![
            "Deleted, confirmed in writing: E-1.".into(),
            Line::from("Was: ").and(Tone::Struck, "promised").and(Tone::Text, " (T. Lin 08:12; struck 08:44)"),
        ];
        if at.is_multiple_of(5) {
            row.says = vec![RowMark::Late];
        }
        row
    };
    let titles = ["Ref", "Step", "Action (why)", "Owner", "Due", "Done", "Result and evidence", "Initials"];
    let column = |(at, title): (usize, &&str)| {
        let kind = match at {
            4 | 5 => ColumnKind::Time,
            7 => ColumnKind::Pencil,
            _ => ColumnKind::Text,
        };
        Column::new(*title, kind, if at == 6 { 6 } else { 2 })
    };
    let table = Table {
        caption: "Actions".to_owned(),
        columns: titles.iter().enumerate().map(column).collect(),
        rows: (0..rows).map(row).collect(),
        end: Some("END OF ENTRIES".to_owned()),
        ruled: 0,
    };
    Sheet {
        form: Form { id: "action-record".to_owned(), number: Some("F2"), version: 1 },
        title: "Data breach action record".to_owned(),
        lang: "en",
        bands: vec![],
        head: Head { organisation: "Example Library".to_owned(), mode: "LIVE".to_owned(), ..Head::default() },
        foot: Foot::default(),
        size: Size::A4,
        landscape: true,
        profile: Profile::Full,
        letter: None,
        body: Document { blocks: vec![Block::Table(table)] },
    }
}

fn sizes() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let stripped = target.join("release/breachbook");
    println!("size: {}", stripped.display());
    match fs::metadata(&stripped).map(|about| about.len()) {
        Ok(bytes) => {
            let left = BUDGET as i64 - bytes as i64;
            println!("  {bytes} bytes of {BUDGET}: {}", if left < 0 { "OVER the budget" } else { "within the budget" });
        }
        Err(_) => println!("  not built: cargo build --release"),
    }
    let symbols = target.join("symbols/release/breachbook");
    let Some(parts) = fs::read(&symbols).ok().and_then(|file| parts(&file)) else {
        println!("  by crate: not built with symbols (see the head of this file)");
        return;
    };
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let all: u64 = parts.iter().map(|(_, bytes)| bytes).sum();
    println!("  code and named data by crate, {all} bytes in all:");
    for (name, bytes) in parts.iter().take(40) {
        println!("  {bytes:9} {name}");
    }
}

/// The sizes of the symbols of a program, added up by crate. `None` where it has none or is no 64-bit ELF file.
fn parts(file: &[u8]) -> Option<BTreeMap<String, u64>> {
    let number = |at: usize, long: usize| {
        let bytes = file.get(at..at + long)?;
        Some(bytes.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte)))
    };
    if file.get(..5)? != b"\x7fELF\x02" {
        return None;
    }
    let (sections, long, count) = (number(0x28, 8)? as usize, number(0x3A, 2)? as usize, number(0x3C, 2)? as usize);
    let table = (0..count).map(|at| sections + at * long).find(|at| number(at + 4, 4) == Some(2))?;
    let (from, bytes, names) =
        (number(table + 0x18, 8)? as usize, number(table + 0x20, 8)? as usize, number(table + 0x28, 4)? as usize);
    let names = number(sections + names * long + 0x18, 8)? as usize;
    let mut parts = BTreeMap::new();
    for at in (from..from + bytes).step_by(24) {
        let (name, size) = (names + number(at, 4)? as usize, number(at + 16, 8)?);
        let end = file.get(name..)?.iter().position(|byte| *byte == 0)?;
        let name = String::from_utf8_lossy(&file[name..name + end]);
        *parts.entry(of_crate(&name)).or_insert(0) += size;
    }
    Some(parts)
}

/// The crate that a symbol is of: the first name in it that is one.
fn of_crate(symbol: &str) -> String {
    let long = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let mangled = symbol.strip_prefix("_ZN").or_else(|| symbol.strip_prefix("_R"));
    let Some(mut rest) = mangled else { return "(not Rust)".to_owned() };
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let digits = long(&rest[at..]);
        let from = at + digits.len();
        let name = rest.get(from..from + digits.parse().unwrap_or(0)).unwrap_or_default();
        let name = name.trim_start_matches('_');
        // `<T as trait>` in the older way of naming.
        let name = name.strip_prefix("$LT$").unwrap_or(name).trim_start_matches("$RF$").trim_start_matches("mut$u20$");
        let name: String = name.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '_').collect();
        let general = ["core", "alloc", "std", "impl", ""].contains(&name.as_str());
        if !general || !rest[from..].contains(|sign: char| sign.is_ascii_digit()) {
            return if name.is_empty() { "(no name)".to_owned() } else { name };
        }
        if general && symbol.starts_with("_ZN") {
            return if name.is_empty() { "(no name)".to_owned() } else { name };
        }
        rest = &rest[from..];
    }
    "core, alloc, std".to_owned()
}
