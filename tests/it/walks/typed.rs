//! What is typed in a walk: an answer of the right type, and the cells that no row goes without.

use super::walker::Chance;
use breachbook::playbook::Playbook;
use breachbook::playbook::question::{AnswerType, Question};
use breachbook::playbook::register::ColumnKind;
use breachbook::record::Draft;

/// An answer of the right type. The numbers lie at, above and below what the policies name.
pub fn value(question: &Question, chance: &mut Chance) -> String {
    match question.answer {
        AnswerType::YesNo => (*chance.pick(&["yes", "no", "yes"])).into(),
        AnswerType::OneOf => chance.pick(&question.options).id.to_string(),
        AnswerType::ManyOf => {
            let wanted = chance.below(3);
            let chosen: Vec<_> =
                question.options.iter().filter(|_| chance.below(3) <= wanted).map(|o| o.id.to_string()).collect();
            if chosen.is_empty() { "none".into() } else { chosen.join(", ") }
        }
        AnswerType::Number => {
            let numbers = ["0", "5", "10", "50", "100", "101", "1000", "1001", "600", "175001", "500001", "80 to 120"];
            (*chance.pick(&numbers)).into()
        }
        AnswerType::Money => (*chance.pick(&["1,000.00", "100,000.01", "250,000.00", "250,000.01"])).into(),
        AnswerType::When => (*chance.pick(&["2026-11-21 20:00", "2026-11-20 08:00 to 2026-11-21 09:00"])).into(),
        AnswerType::Duration => "2h 30m".into(),
        AnswerType::Text | AnswerType::Person => "A. Ruiz, on the mail gateway".into(),
        AnswerType::People
        | AnswerType::Assets
        | AnswerType::Parties
        | AnswerType::Places
        | AnswerType::DataElements => (*chance.pick(&["North Example", "North Example\nSouth Example"])).into(),
    }
}

/// Fills in what a new row or amount of a list has to say.
pub fn fill(playbook: &Playbook, draft: &mut Draft) {
    let Some(register) = playbook.register(&draft.on).filter(|_| ["row", "count"].contains(&draft.verb.word)) else {
        return;
    };
    let needed = register.columns.iter().enumerate().skip(usize::from(draft.verb.word == "row"));
    for (_, column) in needed.filter(|(at, column)| column.needed && !register.is_fixed(*at)) {
        let text = match column.kind {
            ColumnKind::One => column.options[0].clone(),
            ColumnKind::When => "2026-11-21 20:00".into(),
            _ => "A. Example".into(),
        };
        draft.give_cell(column.id.as_str(), text);
    }
}
