//! After a drill, a line at a time: what went well and what did not, what is still to be judged, ratings, improvement actions, and who
//! signs. Each step may be left with an empty line and taken up again; what was typed is recorded at once.

use super::input::{Input, Line};
use crate::base::ItemId;
use crate::base::text::inert_line;
use crate::case::{Tag, Verdict};
use crate::drill::review::{Question, SIGNS, TALK};
use crate::page::refusal::{Voice, said};
use crate::page::{drill_figures, drill_review as words};
use crate::record::verbs::drill::{improve, remark};
use crate::record::{Field, Receipt};
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

impl After<'_> {
    fn all(&mut self) -> Result<(), Stop> {
        self.line("EXERCISE. After the drill: an empty line goes on to the next question, :quit leaves.")?;
        self.figures()?;
        for question in &TALK {
            self.notes(question)?;
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

    fn notes(&mut self, question: &'static Question) -> Result<(), Stop> {
        let there: Vec<String> = self.conduct.account().said(question).texts.into_iter().map(str::to_owned).collect();
        self.line("")?;
        self.line(&format!("{} One line each.", question.asks))?;
        for text in there {
            self.line(&format!("  noted already: {text}"))?;
        }
        while let Some(text) = self.ask(question.tag.label())? {
            let behind = remark::BECAUSE.label;
            let because = if question.tag == Tag::Gap { self.ask(&format!("{behind}, or nothing"))? } else { None };
            let result = self.conduct.answers(question, &text, because.as_deref());
            self.tell(result)?;
        }
        Ok(())
    }

    /// What only a person can judge and nobody has.
    fn expectations(&mut self) -> Result<(), Stop> {
        let account = self.conduct.account();
        let script = account.played.script;
        let open = account.not_judged().map(|one| (one.of(script).id.to_string(), one.of(script).text.clone()));
        let open: Vec<(String, String)> = open.collect();
        self.line("")?;
        self.line(&words::judged(open.len()))?;
        for (id, text) in open {
            self.line(&format!("{id}: {text}"))?;
            self.verdict(&id, "met, partly, missed or na", words::JUDGED)?;
        }
        Ok(())
    }

    /// Asks for one of some verdicts, and why; an empty line leaves it open.
    fn verdict(&mut self, id: &str, prompt: &str, all: [Verdict; 4]) -> Result<(), Stop> {
        while let Some(typed) = self.ask(&format!("{id}: {prompt}"))? {
            let Some(verdict) = all.into_iter().find(|one| one.word().eq_ignore_ascii_case(&typed)) else {
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
                let seen = account.observed(&objective.id).iter().map(words::seen).collect();
                (objective.id.clone(), objective.text.clone(), seen)
            })
            .collect();
        self.line("")?;
        self.line(&words::rated(open.len()))?;
        for (id, text, seen) in open {
            self.line(&format!("{id}: {text}"))?;
            for one in &seen {
                self.line(&format!("  {one}"))?;
            }
            let observed = !seen.is_empty() || self.observe(&id)?;
            if observed {
                self.line(&format!("  {}", words::scale()))?;
                self.verdict(id.as_str(), "P, S, M or U", words::SCALE.map(|(verdict, _)| verdict))?;
            }
        }
        Ok(())
    }

    /// Asks what was seen of an objective, without which it is not rated. Says whether something is noted now.
    fn observe(&mut self, objective: &ItemId) -> Result<bool, Stop> {
        self.line(&format!("  {}", words::NOT_OBSERVED))?;
        let text = loop {
            let Some(text) = self.ask(&format!("{objective}: seen, or nothing to leave it"))? else { return Ok(false) };
            if !words::SCALE.iter().any(|(verdict, _)| verdict.word().eq_ignore_ascii_case(&text)) {
                break text;
            }
            self.line("That is a rating. First what was seen, in a line.")?;
        };
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
        let account = self.conduct.account();
        let open = account.gaps().filter(|(_, row)| row.is_none());
        let gaps: Vec<(String, Option<String>)> =
            open.map(|(gap, _)| (gap.text.to_owned(), self.conduct.origin(&gap))).collect();
        self.line("")?;
        self.line(&words::improved(gaps.len()))?;
        for (gap, from) in gaps {
            self.line(&format!("Gap: {gap}"))?;
            while let Some(name) = self.ask(improve::NAME.label)? {
                let owner = self.must(&improve::OWNER)?;
                let due = self.day()?;
                let kind = self.kind()?;
                let from = from.clone();
                let improvement = Improvement { name: &name, why: &gap, owner: &owner, due: &due, kind, from };
                let result = self.conduct.improve(&improvement);
                if self.tell(result)? {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Asks until something is typed.
    fn must(&mut self, field: &Field) -> Result<String, Stop> {
        loop {
            match self.ask(field.label)? {
                Some(text) => return Ok(text),
                None => self.line(&format!("It is needed. {}", field.hint))?,
            }
        }
    }

    /// Asks until a day is typed.
    fn day(&mut self) -> Result<String, Stop> {
        loop {
            let typed = self.must(&improve::DUE)?;
            match improve::day(&self.conduct.view(), &typed) {
                Ok(day) => return Ok(day.to_string()),
                Err(refusal) => {
                    let words = said(&self.conduct.view(), &refusal, Voice::Walk);
                    self.line(&words.line())?;
                }
            }
        }
    }

    fn kind(&mut self) -> Result<&'static str, Stop> {
        let kinds = improve::KINDS;
        loop {
            match self.ask(&kinds.join(", "))?.as_deref() {
                None => return Ok(kinds[0]),
                Some(typed) => match kinds.into_iter().find(|kind| *kind == typed) {
                    Some(kind) => return Ok(kind),
                    None => self.line(&format!("\"{typed}\" is none of them. Nothing typed is {}.", kinds[0]))?,
                },
            }
        }
    }

    fn signed(&mut self) -> Result<(), Stop> {
        self.notes(&SIGNS)
    }
}
