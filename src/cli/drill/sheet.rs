//! `drill check FILE.csv`: a list of injects that other people wrote, looked at before it becomes a script.

use super::check_args::CheckArgs;
use super::scripts;
use crate::base::text::{counted, inert_line};
use crate::base::written::Word as _;
use crate::cli::console::Console;
use crate::cli::failure::{FINE, Failure, REFUSED};
use crate::cli::new_file;
use crate::drill::script::list::{Column, MOST_BYTES, Merged, NotTaken, Options, Taken, merge, read};
use crate::source::Source;
use crate::source::table::{Encoding, NotRows};
use crate::store::open::read_bounded;
use std::collections::BTreeSet;
use std::path::Path;

/// How many bad rows are named.
const SHOWN: usize = 20;

/// Whether a file is one of rows, by the end of its name.
pub fn is_list(file: &str) -> bool {
    let ends = ["csv", "tsv", "tab", "txt", "xlsx", "xls", "ods"];
    Path::new(file).extension().is_some_and(|end| ends.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// Shows what a list would become, and writes it where that is asked for.
pub fn check(file: &str, args: &CheckArgs, console: &mut Console<'_>) -> Result<u8, Failure> {
    let bytes = read_bounded(Path::new(file), MOST_BYTES).map_err(|why| {
        Failure::refused(format!("{} was not read: {why}.", inert_line(file)), "Nothing was written.")
    })?;
    let options = Options { map: mapped(&args.map)? };
    let taken = read(&bytes, &options).map_err(|why| not_taken(file, why))?;
    let into = args.into.as_deref().map(scripts::find).transpose()?;
    let before = into.as_ref().map(|found| (found, found.load()));
    let script = match &before {
        None => None,
        Some((_, loaded)) if loaded.script.is_some() => {
            loaded.script.as_ref().map(|script| (script, loaded.playbook.as_ref()))
        }
        Some((found, loaded)) => {
            let mistakes = counted(loaded.errors(), "mistake", "mistakes");
            return Err(Failure::refused(
                format!("{} cannot be used: it has {mistakes}.", found.shown),
                format!("See each with its line: breachbook drill check {}", found.shown),
            ));
        }
    };
    let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let merged = merge(&taken, script, &name(&stem), &args.leave_out.iter().copied().collect());
    for line in preview(file, &taken, &merged, args) {
        console.line(&line)?;
    }
    let target = args.write.as_ref().map(|path| path.to_string_lossy().into_owned());
    if merged.rows == 0 || !merged.bad.is_empty() {
        let lines: Vec<_> = merged.bad.iter().map(|bad| bad.line.to_string()).collect();
        let hint = format!("Mend the rows, or leave them out: --leave-out {}", lines.join(","));
        let (message, hint) = match (merged.rows, target) {
            (0, _) => ("No row of this list can be taken.".to_owned(), "Nothing was written.".to_owned()),
            (_, Some(target)) => {
                (format!("{target} was not written: {} cannot be taken.", rows(merged.bad.len())), hint)
            }
            (_, None) => (format!("{} cannot be taken.", rows(merged.bad.len())), hint),
        };
        return Err(Failure::refused(message, hint));
    }
    checked(&merged, args, before.is_some(), console)
}

/// Says what is wrong with the script that the list becomes, and writes it all the same: its author mends it there.
fn checked(merged: &Merged, args: &CheckArgs, into: bool, console: &mut Console<'_>) -> Result<u8, Failure> {
    let shown =
        args.write.as_ref().map_or_else(|| "the new script".to_owned(), |path| path.to_string_lossy().into_owned());
    let source = Source::new(shown.clone(), merged.text.clone());
    let loaded = crate::drill::script::load(&source, &scripts::playbook);
    if !loaded.problems.is_empty() {
        console.block(&loaded.rendered(&source))?;
    }
    let errors = loaded.errors();
    let found = format!(
        "{}, {}",
        counted(errors, "mistake", "mistakes"),
        counted(loaded.problems.len() - errors, "warning", "warnings")
    );
    if merged.same {
        console.line("The script would say the same as before.")?;
    }
    let Some(path) = &args.write else {
        console.line(&format!("As a script: {found}. Nothing was written; add --write OUT.toml."))?;
        return Ok(if errors == 0 { FINE } else { REFUSED });
    };
    let shown = new_file::write(path, merged.text.as_bytes(), "")?;
    let next = if errors == 0 { String::new() } else { " Mend them there, then check it again.".to_owned() };
    console.line(&format!("{shown} is written: {found}.{next}"))?;
    if into {
        console.remark("Comments of the script that the list went into are not in it.");
    }
    Ok(if errors == 0 { FINE } else { REFUSED })
}

fn preview(file: &str, taken: &Taken, merged: &Merged, args: &CheckArgs) -> Vec<String> {
    let separator = match taken.separator {
        b'\t' => "a tab".to_owned(),
        sign => format!("\"{}\"", char::from(sign)),
    };
    let encoding = match taken.encoding {
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Utf8 => "UTF-8",
    };
    let mut lines = vec![format!(
        "{file}: {encoding}, {separator} between cells, headings in line {}, {}.",
        taken.line,
        rows(taken.rows.len() + taken.bad.len())
    )];
    if taken.mixed {
        lines.push("  Some letters may be read wrong: save it as \"CSV UTF-8\" if names look odd.".to_owned());
    }
    for above in &taken.above {
        lines.push(format!("  Passed over, above the headings: {above}"));
    }
    let understood = taken.columns.iter().filter_map(|(heading, column)| {
        let column = (*column)?.word();
        Some(if column == heading { column.to_owned() } else { format!("{column} <- \"{heading}\"") })
    });
    lines.push(format!("  Understood: {}", understood.collect::<Vec<_>>().join(", ")));
    let kept: Vec<_> = taken
        .columns
        .iter()
        .filter(|(_, column)| column.is_none())
        .map(|(heading, _)| format!("\"{heading}\""))
        .collect();
    if !kept.is_empty() {
        lines.push(format!("  Kept with each inject: {}", kept.join(", ")));
    }
    if !taken.of_a_run.is_empty() {
        lines.push(format!("  Not taken, as they tell of an exercise that was held: {}", taken.of_a_run.join(", ")));
    }
    lines.extend(merged.stands_in.iter().map(|said| format!("  {said}.")));
    if !args.leave_out.is_empty() {
        let left: BTreeSet<_> = args.leave_out.iter().collect();
        let left: Vec<_> = left.into_iter().map(ToString::to_string).collect();
        lines.push(format!("  Left out, as you say: line {}", left.join(", ")));
    }
    lines.push(format!("  Taken: {}{}", rows(merged.rows), changes(merged, args.into.is_some())));
    for bad in merged.bad.iter().take(SHOWN) {
        lines.push(format!("  Not taken, line {}: {}", bad.line, bad.why.words()));
    }
    if merged.bad.len() > SHOWN {
        lines.push(format!("  and {} more.", rows(merged.bad.len() - SHOWN)));
    }
    lines
}

/// What becomes of the injects that the script has already.
fn changes(merged: &Merged, into: bool) -> String {
    if !into {
        return String::new();
    }
    let numbers = |list: &[u32]| list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let new = if merged.new.is_empty() { "none new".to_owned() } else { format!("new: {}", numbers(&merged.new)) };
    let stay = if merged.stay.is_empty() {
        String::new()
    } else {
        format!("; not in the list, and stay as they are: {}", numbers(&merged.stay))
    };
    format!("; {new}{stay}")
}

fn rows(count: usize) -> String {
    counted(count, "row", "rows")
}

/// Headings that somebody says a column for: `Their heading=column`.
fn mapped(map: &[String]) -> Result<Vec<(String, Column)>, Failure> {
    let one = |written: &String| {
        let (heading, column) = written.rsplit_once('=')?;
        Some((heading.trim().to_owned(), Column::of_word(column.trim())?))
    };
    let columns: Vec<_> = Column::ALL.into_iter().map(Column::word).collect();
    let read = |written: &String| {
        one(written).ok_or_else(|| {
            Failure::refused(
                format!("--map \"{}\" does not name a column.", inert_line(written)),
                format!("Write --map \"Their heading=column\"; columns are {}.", columns.join(", ")),
            )
        })
    };
    map.iter().map(read).collect()
}

fn not_taken(file: &str, why: NotTaken) -> Failure {
    let file = inert_line(file);
    let map = "Say which column is which: --map \"Their heading=column\".";
    match why {
        NotTaken::Not(NotRows::Empty) => Failure::refused(format!("{file} is empty."), "Nothing was written."),
        NotTaken::Not(NotRows::Binary(_)) => Failure::refused(
            format!("{file} is no list of rows."),
            "Open it in the program that made it and save it as \"CSV UTF-8\".",
        ),
        NotTaken::NoHeadings(first) => {
            Failure::refused(format!("{file} has no line with two headings that are known; it begins: {first}"), map)
        }
        NotTaken::NoSuchHeading(heading) => {
            Failure::refused(format!("{file} has no heading \"{}\".", inert_line(&heading)), map)
        }
        NotTaken::NoColumn(column) => {
            Failure::refused(format!("{file} has no column that is \"{}\".", column.word()), map)
        }
        NotTaken::Twice(column, one, other) => Failure::refused(
            format!("In {file} both \"{one}\" and \"{other}\" could be \"{}\".", column.word()),
            format!("Say which: --map \"{one}={}\".", column.word()),
        ),
    }
}

/// The word that a new script is called by: the name of the file, made of the signs that it may have.
fn name(stem: &str) -> String {
    let sign = |sign: char| if sign.is_ascii_lowercase() || sign.is_ascii_digit() { sign } else { '-' };
    let name: String = stem.chars().map(sign).take(48).collect();
    let name = name.trim_matches('-');
    if name.starts_with(|first: char| first.is_ascii_lowercase()) { name.to_owned() } else { format!("list-{name}") }
}
