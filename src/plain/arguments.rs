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
        FieldKind::Answer | FieldKind::Amount => argument.allow_negative_numbers(true),
        _ => argument,
    }
}

/// The draft that arguments fill.
pub fn draft(verb: &'static Verb, given: &ArgMatches) -> Draft {
    let text = |name: &str| given.try_get_one::<String>(name).ok().flatten().cloned();
    let mut draft = Draft::new(verb, text(ON).unwrap_or_default());
    for field in verb.fields.iter().filter(|field| field.argument != Argument::Boxes) {
        let typed = match field.kind {
            FieldKind::Switch => given.get_flag(field.name).then(|| crate::record::draft::ON.to_owned()),
            _ => text(field.name),
        };
        if let Some(typed) = typed {
            draft.give(field, typed);
        }
    }
    draft
}
