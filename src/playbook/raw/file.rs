//! A whole file: its head, its clauses, and the lists of all other tables.

use super::around::{RawClock, RawDefinition, RawFaq, RawReadiness, RawReference, RawRole, RawSilence};
use super::counts::RawCounts;
use super::facts::RawFacts;
use super::register::RawRegister;
use super::rule::RawRule;
use super::scale::RawScale;
use super::walk::{RawCall, RawDecision, RawDocument, RawPhase, RawProhibition, RawQuestion, RawTask};
use crate::playbook::model::Kind;
use crate::source::reading::{FromValue, Reading, parse};
use crate::source::shape::shape;
use crate::source::value::{Chosen, Day, Line, Sentence, Text, Whole};
use crate::source::{Code, Problem};
use toml::Spanned;
use toml::de::DeValue;

shape! {
    /// A playbook: one policy as a program can walk it. A folder of files is read as one.
    RawFile = "playbook file" {
        /// Version of the format: 1.
        optional schema: Whole,
        /// What the playbook is called and which document it follows.
        optional playbook: RawPlaybook,
        /// The two counts that are kept in every case: persons affected, and residents of the home jurisdiction.
        optional counts: RawCounts,
        /// Which questions answer what everybody asks for: since when people have been aware.
        optional facts: RawFacts,
        /// Every actionable clause of the source, in our words: an identifier such as `ESC-c1`, its place, its text.
        many clauses: Clauses,
        /// Steps, in order.
        many phase: Vec<RawPhase>,
        /// Questions.
        many question: Vec<RawQuestion>,
        /// Things to do.
        many task: Vec<RawTask>,
        /// Things not to do.
        many prohibition: Vec<RawProhibition>,
        /// Things that named people decide.
        many decision: Vec<RawDecision>,
        /// People and offices to tell.
        many call: Vec<RawCall>,
        /// Letters and reports.
        many document: Vec<RawDocument>,
        /// Counters and lists that are kept.
        many register: Vec<RawRegister>,
        /// Tests, element by element.
        many rule: Vec<RawRule>,
        /// Levels that follow from answers.
        many scale: Vec<RawScale>,
        /// Who the policy names.
        many role: Vec<RawRole>,
        /// Clocks.
        many clock: Vec<RawClock>,
        /// Words the policy defines.
        many definition: Vec<RawDefinition>,
        /// Other documents it points to.
        many reference: Vec<RawReference>,
        /// Help for situations.
        many faq: Vec<RawFaq>,
        /// What the policy does not say.
        many silence: Vec<RawSilence>,
        /// What must be in order before an incident.
        many readiness: Vec<RawReadiness>,
    }
}

shape! {
    /// What the playbook is called and which document it follows.
    RawPlaybook = "[playbook]" {
        /// The word that starts it on the command line.
        needed id: Line,
        /// Title shown in lists.
        needed title: Line,
        /// What it is for; `response` when absent.
        optional kind: Chosen<Kind>,
        /// Id of the readiness playbook whose latest review answers questions of a new case; see `from_review`.
        optional review: Line,
        /// Country or state whose words it uses, such as `AU`.
        needed jurisdiction: Line,
        /// The document that it follows.
        needed source: RawSource,
    }
}

shape! {
    /// The document that the playbook follows.
    RawSource = "source" {
        /// Title of the document.
        needed title: Line,
        /// Whose document it is.
        needed organisation: Line,
        /// Its version, where one is printed.
        optional version: Line,
        /// Its date.
        optional dated: Day,
        /// When it was to be reviewed.
        optional review_by: Day,
    }
}

shape! {
    /// One clause, in our words.
    RawClause = "[clauses]" {
        /// Its place in the original.
        needed at: Sentence,
        /// What it says.
        needed text: Text,
    }
}

/// The table of clauses: identifiers as keys.
#[derive(Default, Debug)]
pub(in crate::playbook) struct Clauses(pub Vec<(Line, RawClause)>);

impl FromValue for Clauses {
    const EXPECTED: &'static str = "a table of clauses";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let table = reading.table(value, Self::EXPECTED)?;
        let mut clauses = Vec::new();
        for (key, value) in table {
            if reading.problems.is_full() {
                break;
            }
            if let Some((written, end)) = dotted(value) {
                let written = format!("{}.{written}", key.get_ref());
                let span = reading.span(key.span().start..end);
                let message =
                    format!("`{written}` means a table inside a table: an identifier of a clause has no dot.");
                let help = format!("Write `{}`.", written.replace('.', "-"));
                reading.problems.add(Problem::new(Code::BadId, span, message).help(help));
                continue;
            }
            let id = Line { text: key.get_ref().to_string(), span: reading.span(key.span()) };
            clauses.extend(RawClause::from_value(value, reading).map(|clause| (id, clause)));
        }
        clauses.sort_by_key(|(id, _)| id.span);
        Some(Self(clauses))
    }
}

/// What stands behind the first dot of an identifier such as `4.2.1`, and where it ends.
fn dotted(value: &Spanned<DeValue<'_>>) -> Option<(String, usize)> {
    let mut parts: Vec<&str> = Vec::new();
    let mut end = 0;
    let mut table = value.get_ref().as_table()?;
    while !table.contains_key("at") && !table.contains_key("text") && parts.len() < 8 {
        let Some((key, inner)) = table.iter().next().filter(|(_, inner)| inner.get_ref().is_table()) else { break };
        parts.push(key.get_ref());
        end = key.span().end;
        table = inner.get_ref().as_table()?;
    }
    (!parts.is_empty()).then(|| (parts.join("."), end))
}

impl RawFile {
    /// Reads one file's text; `None` when it is not TOML.
    pub fn read(reading: &mut Reading<'_>) -> Option<Self> {
        Self::from_value(&parse(reading)?, reading)
    }

    /// How many tables are listed.
    pub fn tables(&self) -> usize {
        [
            self.clauses.0.len(),
            self.phase.len(),
            self.question.len(),
            self.task.len(),
            self.prohibition.len(),
            self.decision.len(),
            self.call.len(),
            self.document.len(),
            self.register.len(),
            self.rule.len(),
            self.scale.len(),
            self.role.len(),
            self.clock.len(),
            self.definition.len(),
            self.reference.len(),
            self.faq.len(),
            self.silence.len(),
            self.readiness.len(),
        ]
        .iter()
        .sum()
    }
}
