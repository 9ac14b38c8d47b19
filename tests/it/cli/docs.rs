//! The page of the command line is printed from the command line itself.

use clap::Command;
use std::fmt::Write as _;

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// One command and those inside it; an option that `outer` has already is not repeated.
fn section(page: &mut String, path: &str, command: &Command, outer: &[String]) {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut usage = command.clone().bin_name(path).render_usage().to_string();
    usage = usage.trim_start_matches("Usage: ").to_owned();
    let _ = write!(page, "\n## `{path}`\n\n{about}.\n\n```text\n{usage}\n```\n");
    let arguments: Vec<_> = command
        .get_arguments()
        .filter(|a| !outer.contains(&a.get_id().to_string()) && !matches!(a.get_id().as_str(), "help" | "version"))
        .collect();
    let known = arguments.iter().filter(|a| a.is_global_set()).map(|a| a.get_id().to_string());
    let outer: Vec<_> = outer.iter().cloned().chain(known).collect();
    if !arguments.is_empty() {
        page.push_str("\n| Argument | Meaning |\n|---|---|\n");
    }
    for argument in arguments {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(page, "| `{}` | {} |", cell(&argument.to_string()), cell(&help));
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        section(page, &format!("{path} {}", inner.get_name()), inner, &outer);
    }
}

#[test]
fn the_page_of_the_command_line_is_current() {
    let mut page = String::from(
        "# The command line\n\n\
         Printed from the code. Everything the screens can record, the command line can record, through the same door.\n\n\
         `CASE` is the folder of a case, or the short name that `breachbook list` shows, or the last word of that name.\n\
         Times are `02:13`, `yesterday 23:40`, `20m ago`, `about 01:00`, `22:00 to 02:13`, `16:37 UTC`, `15 Jun 2017`, RFC 3339, and what else\n\
         [times.md](times.md) lists.\n\
         Results go to standard output, everything else to standard error. A refusal is two lines: what happened, and what to\n\
         do now.\n\n\
         | Exit code | Meaning |\n|---|---|\n\
         | 0 | Fine. |\n\
         | 1 | Refused with a reason; nothing was written. |\n\
         | 2 | The command line was not understood. |\n\
         | 3 | Not recorded, because the disk failed. |\n\
         | 4 | The case is damaged or was altered. Other commands than `verify` still work on it and say so. |\n| 129 | Ended by a signal while nothing was being saved; everything that was acknowledged is on the disk. |\n\n\
         | Environment | Meaning |\n|---|---|\n\
         | `BREACHBOOK_CASES` | Folder in which cases are kept; `--cases` goes before it. |\n\
         | `BREACHBOOK_CONTACTS` | The organisation's phone list; `--contacts` goes before it. |\n\
         | `BREACHBOOK_BY` | The person at the keyboard; `--by` goes before it. |\n\
         | `USER`, `USERNAME` | The login. It names nobody: the screen and the walk offer it where they ask who is at the keyboard, and `start` and `record` write it down with a word that says so. |\n\n\
         Entries have names (`k4-12`): the run of the program, and the number of the entry in that run. A name never moves, also\n\
         when the journal of another computer arrives. It is written in any capitals; where it can mean two entries, because two\n\
         runs took the same name without having seen each other, both are shown with a longer one. `number` in `log --json` is\n\
         the line of the log, which can move.\n",
    );
    let mut command = breachbook::cli::command();
    command.build();
    section(&mut page, "breachbook", &command, &[]);
    page.push_str("\n## Commands of the plain walk\n\n");
    page.push_str(
        "Any line that does not begin with `:` is the answer to what is asked; `::` begins an answer with a colon. ",
    );
    page.push_str("Names may be cut short.\n\n| Command | Meaning |\n|---|---|\n");
    for command in breachbook::plain::table() {
        let typed = format!(":{} {}", command.name, command.takes);
        let _ = writeln!(page, "| `{}` | {} |", typed.trim_end(), command.help);
    }
    page.push_str("\n## Commands of the console of a drill, line by line\n\n");
    page.push_str("`drill console CASE --plain` takes one act a line.\n\n| Command | Meaning |\n|---|---|\n");
    for command in breachbook::plain::lead::table() {
        let takes = command.takes.replace('|', "\\|");
        let typed = format!("{} {takes}", command.name);
        let _ = writeln!(page, "| `{}` | {} |", typed.trim_end(), command.help);
    }
    crate::support::pages::current("docs/cli.md", &page);
}
