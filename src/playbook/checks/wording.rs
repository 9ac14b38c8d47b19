//! Prompts that would fill a log with words that say nothing.

use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};

/// Words that ask for a fact.
const ASKING: [&str; 10] = ["what", "which", "who", "whom", "whose", "when", "where", "why", "how", "until"];
/// First words of a question that yes answers.
const CLOSED: [&str; 12] = ["is", "are", "was", "were", "has", "have", "had", "did", "do", "does", "confirm", "tick"];
/// Prompts that are an answer already.
const ANSWERS: [&str; 7] = ["done", "completed", "complete", "finished", "ok", "yes", "checked"];

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    for item in &playbook.items {
        if let Body::Task(task) = &item.body
            && only_done(&task.record)
        {
            let message = format!("\"{}\" can only be answered with \"done\" or \"yes\".", task.record);
            problems.add(Problem::new(Code::OnlyDone, places.declared(item.id.as_str()), message));
        }
    }
}

fn only_done(prompt: &str) -> bool {
    let prompt = prompt.to_lowercase();
    let words: Vec<&str> = prompt.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let Some(first) = words.first() else { return false };
    let asks = words.iter().any(|word| ASKING.contains(word));
    !asks && (CLOSED.contains(first) || (words.len() <= 2 && ANSWERS.contains(first)))
}

#[cfg(test)]
mod tests {
    use super::only_done;

    #[test]
    fn a_prompt_that_asks_for_a_fact_is_good() {
        for good in ["Which accounts were disabled, and when?", "Was it closed, and by whom?", "Name the ticket."] {
            assert!(!only_done(good), "{good}");
        }
        for bad in ["Done", "Is it done?", "Have the accounts been disabled?", "Confirm that it is closed."] {
            assert!(only_done(bad), "{bad}");
        }
    }
}
