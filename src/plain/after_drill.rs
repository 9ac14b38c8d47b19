//! After a drill, a line at a time: what went well and what did not, what is still to be judged, ratings, improvement actions, and who
//! signs. Each step may be left with an empty line and taken up again; what was typed is recorded at once.

use super::input::{Input, Line};
use crate::base::ItemId;
use crate::base::text::{counted, inert_line};
use crate::case::{Tag, Verdict};
use crate::drill::expect::{Counts, Found};
use crate::page::drill_figures;
use crate::page::refusal::{Voice, said};
use crate::record::Receipt;
use crate::session::SubmitError;
use crate::session::drill::{Conduct, Improvement};
use std::io::{self, Write};

/// How the review ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reviewed {
    /// The disk did not take something.
    pub not_recorded: bool,
}

/// What ends everything at any prompt.
const QUIT: &str = ":quit";

/// Somebody left, or nobody types any more.
struct Left;

enum Stop {
    Left,
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Left> for Stop {
    fn from(_: Left) -> Self {
        Self::Left
    }
}

/// Goes through the steps until they are done or somebody leaves.
///
/// # Errors
/// If input or output fail; what was acknowledged is recorded.
pub fn after_drill(conduct: &mut Conduct, input: &mut dyn Input, out: &mut dyn Write) -> io::Result<Reviewed> {
    let mut after = After { conduct, input, out, ended: Reviewed::default() };
    match after.all() {
        Ok(()) => after.line("The review is done for now. It can be taken up again.")?,
        Err(Stop::Left) => after.line("Left. What was acknowledged is recorded; the review can be taken up again.")?,
        Err(Stop::Output(error)) => return Err(error),
    }
    after.out.flush()?;
    Ok(after.ended)
}

struct After<'a> {
    conduct: &'a mut Conduct,
    input: &'a mut dyn Input,
    out: &'a mut dyn Write,
    ended: Reviewed,
}

/// The four questions of the hot wash, each with how its answers are noted.
const QUESTIONS: [(&str, Tag, &str); 4] = [
    ("What went well? One line each.", Tag::Strength, ""),
    ("What did not go well? One line each.", Tag::Gap, ""),
    ("What surprised you? One line each.", Tag::HotWash, "Surprise: "),
    ("What should the playbook say? One line each.", Tag::HotWash, "For the playbook: "),
];

/// What an improvement belongs to.
const KINDS: [&str; 5] = ["planning", "organization", "equipment", "training", "exercise"];

impl After<'_> {
    fn all(&mut self) -> Result<(), Stop> {
        self.line("EXERCISE. After the drill: an empty line goes on to the next question, :quit leaves.")?;
        self.figures()?;
        for (question, tag, before) in QUESTIONS {
            self.notes(question, tag, before)?;
        }
        self.expectations()?;
        self.ratings()?;
        self.improvements()?;
        self.signed()
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_line(text))
    }

    /// The next line that somebody types; `None` for an empty one.
    fn ask(&mut self, prompt: &str) -> Result<Option<String>, Stop> {
        loop {
            write!(self.out, "EXERCISE {}> ", inert_line(prompt))?;
            self.out.flush()?;
            match self.input.next_line()? {
                Line::Text(text) if text.trim() == QUIT => return Err(Left.into()),
                Line::Text(text) if text.trim().is_empty() => return Ok(None),
                Line::Text(text) => return Ok(Some(text.trim().to_owned())),
                Line::Unusable(why) => self.line(&why)?,
                Line::End | Line::Stopped => {
                    writeln!(self.out)?;
                    return Err(Left.into());
                }
            }
        }
    }

    /// Says what was recorded, or why not.
    fn tell(&mut self, result: Result<Receipt, SubmitError>) -> Result<bool, Stop> {
        let error = match result {
            Ok(receipt) => {
                self.line(&format!("Recorded as {}.", receipt.name))?;
                return Ok(true);
            }
            Err(error) => error,
        };
        match error {
            SubmitError::Refused(refusal) => {
                let words = said(&self.conduct.view(), &refusal, Voice::Walk);
                self.line(&format!("{} {}", words.what, words.now))?;
            }
            SubmitError::NotRecorded(error) => {
                self.ended.not_recorded = true;
                self.line(&format!("NOT RECORDED. {} {}", error.what(), error.now()))?;
            }
            SubmitError::Arrived(_) => self.line("Others recorded meanwhile. Type it again.")?,
        }
        Ok(false)
    }

    fn figures(&mut self) -> Result<(), Stop> {
        let account = self.conduct.account();
        let mut lines: Vec<String> = drill_figures::times(&account.figures, account.played.playbook)
            .into_iter()
            .map(|one| format!("{}: {}", one.title, one.says.words()))
            .collect();
        lines.push(format!("{}.", drill_figures::totals(account.figures.totals)));
        lines.push(drill_figures::shares(account.figures.totals));
        for line in lines {
            self.line(&line)?;
        }
        Ok(())
    }

    fn notes(&mut self, question: &str, tag: Tag, before: &str) -> Result<(), Stop> {
        let there: Vec<String> = self
            .conduct
            .account()
            .noted(tag)
            .iter()
            .filter_map(|note| note.text.strip_prefix(before).map(str::to_owned))
            .collect();
        self.line("")?;
        self.line(question)?;
        for text in there {
            self.line(&format!("  noted already: {text}"))?;
        }
        while let Some(text) = self.ask(tag.label())? {
            let result = self.conduct.remark(&format!("{before}{text}"), tag);
            self.tell(result)?;
        }
        Ok(())
    }

    /// What only a person can judge and nobody has.
    fn expectations(&mut self) -> Result<(), Stop> {
        let account = self.conduct.account();
        let script = account.played.script;
        let open = account.course.expected.iter().filter(|one| matches!(one.counts(), Counts::NotJudged));
        let open: Vec<(String, String)> = open
            .chain(account.course.expected.iter().filter(|one| {
                one.counts() == Counts::Open && one.found == Found::Open && one.of(script).binding.is_by_hand()
            }))
            .map(|one| (one.of(script).id.to_string(), one.of(script).text.clone()))
            .collect();
        self.line("")?;
        self.line(&match open.len() {
            0 => "Everything that a person had to judge is judged.".to_owned(),
            count => format!("{} not judged.", counted(count, "expectation", "expectations")),
        })?;
        for (id, text) in open {
            self.line(&format!("{id}: {text}"))?;
            self.verdict(
                &id,
                "met, partly, missed or na",
                &[Verdict::Met, Verdict::Partly, Verdict::Missed, Verdict::NotApplicable],
            )?;
        }
        Ok(())
    }

    /// Asks for one of some verdicts, and why; an empty line leaves it open.
    fn verdict(&mut self, id: &str, prompt: &str, all: &[Verdict]) -> Result<(), Stop> {
        while let Some(typed) = self.ask(&format!("{id}: {prompt}"))? {
            let Some(verdict) = all.iter().copied().find(|one| one.word().eq_ignore_ascii_case(&typed)) else {
                self.line(&format!("\"{typed}\" is none of them. Type {prompt}, or nothing to leave it."))?;
                continue;
            };
            let because = self.ask("Why, in a line, or nothing")?;
            let result = self.conduct.judge(id, verdict, because.as_deref());
            if self.tell(result)? {
                break;
            }
        }
        Ok(())
    }

    fn ratings(&mut self) -> Result<(), Stop> {
        let account = self.conduct.account();
        let script = account.played.script;
        let open: Vec<(ItemId, String, Vec<String>)> = account
            .figures
            .objectives
            .iter()
            .filter(|rated| rated.rating.is_none())
            .map(|rated| {
                let objective = &script.objectives[rated.objective];
                let seen = account.observed(&objective.id);
                let seen = seen.iter().map(|note| format!("{}: {}", note.tag.label(), note.text));
                (objective.id.clone(), objective.text.clone(), seen.collect())
            })
            .collect();
        self.line("")?;
        self.line(&match open.len() {
            0 => "Every objective is rated.".to_owned(),
            count => format!("{} not rated.", counted(count, "objective", "objectives")),
        })?;
        for (id, text, seen) in open {
            self.line(&format!("{id}: {text}"))?;
            for one in &seen {
                self.line(&format!("  {one}"))?;
            }
            let observed = !seen.is_empty() || self.observe(&id)?;
            if observed {
                self.line("  P all done, nothing else harmed; S done, could be better; M done with harm to something else; U not done")?;
                let all = [Verdict::Performed, Verdict::Some, Verdict::Major, Verdict::Unable];
                self.verdict(id.as_str(), "P, S, M or U", &all)?;
            }
        }
        Ok(())
    }

    /// Asks what was seen of an objective, without which it is not rated. Says whether something is noted now.
    fn observe(&mut self, objective: &ItemId) -> Result<bool, Stop> {
        self.line("  Nothing was noted of it, so it cannot be rated yet. What was seen?")?;
        let Some(text) = self.ask(&format!("{objective}: seen, or nothing to leave it"))? else { return Ok(false) };
        let tag = loop {
            match self.ask("strength or gap")?.as_deref() {
                None | Some("strength") => break Tag::Strength,
                Some("gap") => break Tag::Gap,
                Some(other) => self.line(&format!("\"{other}\" is neither."))?,
            }
        };
        let result = self.conduct.observe(&text, tag, None, Some(objective.as_str()));
        self.tell(result)
    }

    fn improvements(&mut self) -> Result<(), Stop> {
        let gaps = self.conduct.gaps_without_action();
        self.line("")?;
        self.line(&match gaps.len() {
            0 => "No gap is without an improvement action.".to_owned(),
            count => format!("{} without an improvement action.", counted(count, "gap", "gaps")),
        })?;
        for gap in gaps {
            self.line(&format!("Gap: {gap}"))?;
            while let Some(name) = self.ask("What is to be done about it")? {
                let owner = self.must("Whose is it")?;
                let due = self.day()?;
                let kind = self.kind()?;
                let improvement = Improvement { name: &name, why: &gap, owner: &owner, due, kind, from: None };
                let result = self.conduct.improve(&improvement);
                if self.tell(result)? {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Asks until something is typed.
    fn must(&mut self, prompt: &str) -> Result<String, Stop> {
        loop {
            match self.ask(prompt)? {
                Some(text) => return Ok(text),
                None => self.line("It is needed: an action that is nobody's is not done.")?,
            }
        }
    }

    fn day(&mut self) -> Result<chrono::NaiveDate, Stop> {
        loop {
            let typed = self.must("By which day")?;
            match self.conduct.due(&typed) {
                Some(day) => return Ok(day),
                None => self.line(&format!("\"{typed}\" is no day. Type one like 2027-03-01."))?,
            }
        }
    }

    fn kind(&mut self) -> Result<&'static str, Stop> {
        loop {
            match self.ask(&KINDS.join(", "))?.as_deref() {
                None => return Ok(KINDS[0]),
                Some(typed) => match KINDS.into_iter().find(|kind| *kind == typed) {
                    Some(kind) => return Ok(kind),
                    None => self.line(&format!("\"{typed}\" is none of them. Nothing typed is {}.", KINDS[0]))?,
                },
            }
        }
    }

    fn signed(&mut self) -> Result<(), Stop> {
        self.notes("Who signs the report? Name and role, one line each.", Tag::Signed, "")
    }
}
