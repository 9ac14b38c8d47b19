//! The arguments of `record`, made from the verbs, and the draft that they fill.

use crate::record::field::Argument;
use crate::record::verb::TargetKind;
use crate::record::{Draft, Field, FieldKind, VERBS, Verb};
use clap::{Arg, ArgAction, ArgMatches, Command};

/// The name of the first argument, and of `--about`.
const ON: &str = "on";

/// The subcommands, one a verb, with its own fields. Who and when are asked around them.
pub fn commands() -> impl Iterator<Item = Command> {
    VERBS.into_iter().map(command)
}

fn command(verb: &'static Verb) -> Command {
    let on = verb.on;
    let target = Arg::new(ON).value_name(on.value).help(sentence(on.help));
    let target = match on.kind {
        TargetKind::Case => None,
        TargetKind::Anything => Some(target.long("about")),
        _ => Some(target.required(true)),
    };
    let fields = verb.fields.iter().filter(|field| field.argument != Argument::Boxes).map(|field| argument(field));
    let (ordered, named): (Vec<_>, Vec<_>) = fields.partition(Arg::is_positional);
    Command::new(verb.word).about(sentence(verb.help)).args(ordered_after(target, ordered, named))
}

fn ordered_after(target: Option<Arg>, ordered: Vec<Arg>, named: Vec<Arg>) -> Vec<Arg> {
    let (first, last): (Vec<_>, Vec<_>) = target.into_iter().partition(Arg::is_positional);
    first.into_iter().chain(ordered).chain(named).chain(last).collect()
}

/// Help without its last full stop, as everywhere on the command line.
fn sentence(help: &'static str) -> &'static str {
    help.strip_suffix('.').unwrap_or(help)
}

fn argument(field: &'static Field) -> Arg {
    let argument = Arg::new(field.name).help(sentence(field.help)).required(field.always);
    let argument = match (field.argument, field.kind) {
        (Argument::Ordered, _) => argument.value_name(field.value),
        (_, FieldKind::Switch) => return argument.long(field.name).action(ArgAction::SetTrue).required(false),
        _ => argument.long(field.name).value_name(field.value),
    };
    match field.kind {
        FieldKind::Entry | FieldKind::Rows => argument.action(ArgAction::Append),
        FieldKind::Cells => argument.num_args(0..).value_parser(cell),
        FieldKind::Answer | FieldKind::Amount => argument.allow_negative_numbers(true),
        _ => argument,
    }
}

/// The draft of a line that is written as on the command line, from the verb on.
///
/// # Errors
/// What is wrong with it, or the help that it asks for, a line each.
pub fn typed(line: &str) -> Result<Draft, Vec<String>> {
    let words =
        shlex::split(line).ok_or_else(|| vec!["A quotation mark is not closed. Nothing was recorded.".to_owned()])?;
    let around = |verb: &'static Verb| verb.around.iter().map(|field| argument(field).help_heading("Around it"));
    let commands = VERBS.into_iter().map(|verb| command(verb).args(around(verb)));
    let record = Command::new(":record").no_binary_name(true).subcommands(commands).subcommand_required(true);
    let found = record.disable_help_subcommand(true).try_get_matches_from(words).map_err(|why| {
        let told = why.to_string();
        told.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    })?;
    let (mut draft, given) = chosen(&found).ok_or_else(Vec::new)?;
    for field in draft.verb.around {
        if let Some(texts) = given.get_many::<String>(field.name) {
            draft.give(field, texts.cloned().collect::<Vec<_>>().join(", "));
        }
    }
    Ok(draft)
}

/// The draft of the verb that was chosen, and what it was given; `None` where none was.
pub fn chosen(found: &ArgMatches) -> Option<(Draft, &ArgMatches)> {
    let (word, given) = found.subcommand()?;
    let verb = VERBS.into_iter().find(|verb| verb.word == word)?;
    Some((draft(verb, given), given))
}

/// A cell as it is given, which says of which column it is.
fn cell(typed: &str) -> Result<String, String> {
    if typed.contains('=') { Ok(typed.to_owned()) } else { Err("it says no column; write COLUMN=VALUE".to_owned()) }
}

/// The draft that arguments fill.
pub fn draft(verb: &'static Verb, given: &ArgMatches) -> Draft {
    let text = |name: &str| given.try_get_one::<String>(name).ok().flatten().cloned();
    let mut draft = Draft::new(verb, text(ON).unwrap_or_default());
    for field in verb.fields.iter().filter(|field| field.argument != Argument::Boxes) {
        if field.kind == FieldKind::Cells {
            let cells = given.get_many::<String>(field.name).into_iter().flatten();
            cells
                .filter_map(|cell| cell.split_once('='))
                .for_each(|(column, text)| draft.give_cell(column.trim(), text));
            continue;
        }
        let typed = match field.kind {
            FieldKind::Switch => given.get_flag(field.name).then(|| crate::record::draft::ON.to_owned()),
            FieldKind::Rows => {
                let all = given.get_many::<String>(field.name);
                all.map(|all| all.cloned().collect::<Vec<_>>().join("\n"))
            }
            _ => text(field.name),
        };
        if let Some(typed) = typed {
            draft.give(field, typed);
        }
    }
    draft
}
