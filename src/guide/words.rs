//! Subjects of conditions in words: what is meant, and what is known about it.

use super::answer::Answer;
use super::known::Knowledge;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Playbook};

/// What a subject is called: the title of its question, rule, task, call or silence.
pub fn subject(subject: &Subject, playbook: &Playbook) -> String {
    let id = subject.id().as_str();
    let found = match subject {
        Subject::Rule(_) => playbook.rule(id).map(|rule| rule.title.clone()),
        Subject::Silence(_) => playbook.silence(id).map(|silence| silence.topic.clone()),
        _ => playbook.item(id).map(|item| item.title.clone()),
    };
    found.unwrap_or_else(|| id.to_owned())
}

/// What is known about a subject: "Yes", "Escalate to the response team", "met", "not known yet".
pub fn value(subject: &Subject, knowledge: &Knowledge<'_>) -> String {
    let id = subject.id().as_str();
    let known = match subject {
        Subject::Answer(_) => {
            knowledge.answer(id).zip(knowledge.playbook.question(id)).map(|(answer, asked)| match answer {
                Answer::Unknown => "not known yet".to_owned(),
                answer => answer.show(asked),
            })
        }
        Subject::Decision(_) => {
            knowledge.decided(id).and_then(|option| match &knowledge.playbook.item(id)?.body {
                Body::Decision(body) => body.options.iter().find(|o| o.id == option).map(|o| o.label.clone()),
                _ => None,
            })
        }
        Subject::Rule(_) => knowledge.rule(id).map(|status| status.state.label().to_lowercase()),
        Subject::Task(_) | Subject::Call(_) | Subject::Silence(_) => {
            match super::verdict::Facts::known(knowledge, subject) {
                super::verdict::Known::YesNo(true) => Some("done".to_owned()),
                super::verdict::Known::YesNo(false) => Some("not needed".to_owned()),
                _ => None,
            }
        }
    };
    known.unwrap_or_else(|| "not known yet".to_owned())
}

/// `Are multiple individuals affected: Yes`; the question mark goes.
pub fn subject_and_value(about: &Subject, knowledge: &Knowledge<'_>) -> String {
    let title = subject(about, knowledge.playbook);
    format!("{}: {}", title.trim_end_matches(['?', '.']), value(about, knowledge))
}
