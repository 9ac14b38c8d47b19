//! What `record` can record: the subcommands of its verbs, and the draft that their arguments fill. Texts go on as typed.

use super::failure::Failure;
use crate::plain::arguments;
use crate::record::draft::MAX_TEXT;
use crate::record::{Draft, FieldKind, VERBS};
use clap::error::ErrorKind;
use clap::{ArgMatches, Command, Error, FromArgMatches, Subcommand};
use std::io::{Read, stdin};

/// One thing to record.
#[derive(Debug)]
pub struct RecordVerb(Draft);

impl Subcommand for RecordVerb {
    fn augment_subcommands(command: Command) -> Command {
        command.subcommands(arguments::commands()).subcommand_required(true)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        VERBS.iter().any(|verb| verb.word == name)
    }
}

impl FromArgMatches for RecordVerb {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        arguments::chosen(matches).map(|(draft, _)| Self(draft)).ok_or_else(|| Error::new(ErrorKind::MissingSubcommand))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl RecordVerb {
    /// The draft, with standard input in the place of a `-`.
    pub fn draft(&self) -> Result<Draft, Failure> {
        let mut draft = self.0.clone();
        for field in draft.verb.fields {
            let takes = matches!(field.kind, FieldKind::Words | FieldKind::Answer);
            if takes && draft.given(field) == Some("-") {
                draft.give(field, standard_input()?);
            }
        }
        Ok(draft)
    }
}

/// Standard input, of which one byte more than fits is enough to refuse it.
fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    if let Err(error) = stdin().lock().take(MAX_TEXT as u64 + 2).read_to_end(&mut bytes) {
        return Err(Failure::refused(
            format!("Standard input could not be read: {error}."),
            "Give the words as an argument, in quotation marks.",
        ));
    }
    String::from_utf8(bytes).or_else(|error| {
        // A character that was cut in two by the limit is not the person's mistake; the length is refused.
        match error.utf8_error().error_len() {
            None => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
            Some(_) => Err(Failure::refused(
                "Standard input is not UTF-8 text.",
                "Convert it first, or keep the file itself with the case.",
            )),
        }
    })
}
