//! Subjects of conditions in words: what is meant, and what is known about it.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::scales::{Level, ScaleState};
use crate::judge::types::answer::Answer;
use crate::judge::verdict::{Atom, Facts, Is, Known, Verdict};
use crate::playbook::Body;
use crate::playbook::condition::Subject;
use crate::playbook::rule::Effect;
use crate::playbook::scale::Scale;

/// What is known about a subject: "Yes", "Escalate to the response team", "met", "not known yet".
pub fn value(subject: &Subject, knowledge: &Knowledge<'_>) -> String {
    if let Some(why) = does_not_arise(subject, knowledge) {
        return why;
    }
    let id = subject.id().as_str();
    let known = match subject {
        Subject::Answer(_) => {
            knowledge.answer(id).zip(knowledge.playbook.question(id)).map(|(answer, asked)| match answer {
                Answer::Unknown => "not known yet".to_owned(),
                answer => knowledge.show(&answer, asked),
            })
        }
        Subject::Decision(_) => knowledge.decided(id).and_then(|option| match &knowledge.playbook.item(id)?.body {
            Body::Decision(body) => body.options.iter().find(|o| o.id == option).map(|o| o.label.clone()),
            _ => None,
        }),
        Subject::Rule(_) => knowledge.rule(id).map(|status| status.state.label().to_lowercase()),
        Subject::Scale(_) | Subject::Gap(_) => {
            knowledge.scale(id).zip(knowledge.playbook.scale(id)).map(|(status, scale)| level(&status.said(), scale))
        }
        Subject::Split(_) => match knowledge.known(subject) {
            Known::YesNo(true) => Some("all recorded, and they do not agree".to_owned()),
            Known::YesNo(false) => Some("they agree".to_owned()),
            _ => None,
        },
        Subject::Rows(_) => match knowledge.known(subject) {
            Known::Answer(Answer::Number(rows)) => Some(match rows.bounds() {
                (0, 0) => "none".to_owned(),
                (rows, _) => crate::base::text::counted(usize::try_from(rows).unwrap_or(usize::MAX), "row", "rows"),
            }),
            _ => None,
        },
        Subject::Row(of) => crate::page::rows::of_all(of, knowledge),
        Subject::Late(_) => match knowledge.known(subject) {
            Known::YesNo(true) => Some("late".to_owned()),
            Known::YesNo(false) => Some("not late".to_owned()),
            _ => None,
        },
        Subject::Task(_) | Subject::Call(_) | Subject::Silence(_) => match knowledge.known(subject) {
            Known::YesNo(true) => Some("done".to_owned()),
            Known::YesNo(false) => Some("not needed".to_owned()),
            _ => None,
        },
    };
    known.unwrap_or_else(|| "not known yet".to_owned())
}

/// How many steps lead from what does not arise to the record for which it does not.
const STEPS: usize = 8;

/// `does not arise (joint = No)`: what is not asked in this case, and the record that says so; `None` for all else. Of a test or a
/// scale its state says it.
fn does_not_arise(subject: &Subject, knowledge: &Knowledge<'_>) -> Option<String> {
    let by_state = matches!(subject, Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_));
    if by_state || knowledge.known(subject) != Known::NotSo {
        return None;
    }
    let mut about = subject.clone();
    for _ in 0..STEPS {
        let Some(verdict) = knowledge.why_not(&about) else { break };
        match verdict.because.iter().find(|atom| atom.is == Is::Record) {
            Some(Atom { about, .. }) => {
                return Some(format!("does not arise ({} = {})", about.id(), value(about, knowledge)));
            }
            None => match verdict.because.into_iter().next() {
                Some(atom) => about = atom.about,
                None => break,
            },
        }
    }
    Some("does not arise".to_owned())
}

/// The level of a scale: "Moderate", "at least Moderate", "left open by the policy".
pub fn level(said: &Level, scale: &Scale) -> String {
    let title = |at: usize| scale.levels.get(at).map_or("", |level| level.title.as_str());
    let perhaps = || said.perhaps.iter().map(|at| title(*at)).collect::<Vec<_>>().join(" or ");
    match (said.state, said.at) {
        (ScaleState::DecidedByRule, Some(at)) => title(at).to_owned(),
        (ScaleState::DecidedByPerson, Some(at)) => {
            let about = said.while_about.iter().map(|(title, answer)| format!("“{title}” is {answer}"));
            let about = about.collect::<Vec<_>>().join(" and ");
            let about = if about.is_empty() { about } else { format!(", while {about}") };
            format!("{}, decided by people{about}", title(at))
        }
        (ScaleState::Pending, Some(at)) => format!("at least {}, perhaps {}", title(at), perhaps()),
        (ScaleState::Pending, None) if said.perhaps.is_empty() => "not known yet".to_owned(),
        (ScaleState::Pending, None) => format!("not known yet; perhaps {}", perhaps()),
        (state, _) => state.label().to_lowercase(),
    }
}

/// `Are multiple individuals affected? Yes`; what is no question gets a colon.
pub fn subject_and_value(about: &Subject, knowledge: &Knowledge<'_>) -> String {
    let title = knowledge.playbook.subject_title(about);
    let colon = if title.ends_with('?') { "" } else { ":" };
    format!("{}{colon} {}", title.trim_end_matches('.'), value(about, knowledge))
}

/// Why something applies, one reason each. That something is not known yet is no reason that helps anybody: left out.
pub fn reasons(applies: &Verdict, knowledge: &Knowledge<'_>) -> Vec<String> {
    let known = applies.decided_by().filter(|subject| knowledge.known(subject) != Known::Nothing);
    known.map(|subject| ends(subject, knowledge).unwrap_or_else(|| subject_and_value(subject, knowledge))).collect()
}

/// The same in short, by the names in the playbook: `required = No`.
pub fn short_reasons(applies: &Verdict, knowledge: &Knowledge<'_>) -> Vec<String> {
    let short = |subject: &Subject| format!("{} = {}", subject.id(), value(subject, knowledge));
    let known = applies.decided_by().filter(|subject| knowledge.known(subject) != Known::Nothing);
    known.map(|subject| ends(subject, knowledge).unwrap_or_else(|| short(subject))).collect()
}

/// `the case ends here: No breach`, for a rule that ends it.
pub fn ends(subject: &Subject, knowledge: &Knowledge<'_>) -> Option<String> {
    let Subject::Rule(id) = subject else { return None };
    let rule = knowledge.playbook.rule(id.as_str()).filter(|rule| rule.effect == Effect::Ends)?;
    knowledge.ending().map(|_| format!("the case ends here: {}", rule.title.trim_end_matches('.')))
}

/// A word as a sentence of its own.
pub(super) fn sentence_of(word: &str) -> String {
    format!("{}.", crate::base::text::sentence(word))
}

/// A text followed by those of the named parts that were given.
pub(super) fn with(text: &str, parts: &[(&str, Option<&str>)]) -> String {
    let given = parts.iter().filter_map(|(name, text)| text.map(|text| format!("; {name}{text}")));
    given.fold(text.to_owned(), |all, part| all + &part)
}

/// A role inside a sentence: `the employee who suspects it`, `Privacy Officer`.
pub fn whom(title: &str) -> String {
    let mut words = title.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut signs = first.chars();
    match signs.next().filter(|_| second.starts_with(char::is_lowercase)) {
        Some(sign) if ["The", "Any", "Each", "Every", "Whoever"].contains(&first) => {
            format!("{}{}", sign.to_lowercase(), &title[sign.len_utf8()..])
        }
        Some(sign) if signs.as_str().chars().all(char::is_lowercase) && second != "of" => {
            format!("the {}{}", sign.to_lowercase(), &title[sign.len_utf8()..])
        }
        _ => title.to_owned(),
    }
}
