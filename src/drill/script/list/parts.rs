//! The parts of a list: those of the script that it goes into, or those that its rows name.

use super::row::Why;
use crate::base::text::cut;
use crate::base::{ItemId, Stamp};
use crate::drill::script::inject::Inject;
use crate::drill::script::model::{Part, Script};
use crate::drill::script::plan::plan;
use crate::source::table::fold;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

#[derive(Default)]
pub(super) struct Parts {
    known: Vec<Known>,
}

struct Known {
    id: ItemId,
    title: String,
    /// When it begins by plan, where that is known.
    begins: Option<NaiveDateTime>,
    /// Whether the day of that is known, too.
    dated: bool,
    /// The last minute for which something is planned.
    last: u32,
}

impl Parts {
    pub fn of(script: &Script) -> Self {
        let known = plan(script).into_iter().map(|planned| Known {
            id: planned.part.id.clone(),
            title: planned.part.title.clone(),
            begins: Some(planned.begins.instant().naive_local()),
            dated: true,
            last: planned.part.minutes,
        });
        Self { known: known.collect() }
    }

    /// The part that a row names, by its identifier, its title or its number; where it names none, the one that the inject had, or the
    /// first. A new script takes what it does not know for a new part.
    pub fn find(&mut self, named: Option<String>, before: Option<&Inject>, fresh: bool) -> Result<usize, Why> {
        let Some(named) = named else {
            if self.known.is_empty() {
                self.add("Part 1");
            }
            return Ok(before.map_or(0, |inject| inject.part));
        };
        let words = fold(&named);
        let same = |known: &Known| known.id.as_str() == named || fold(&known.title) == words;
        if let Some(at) = self.known.iter().position(same) {
            return Ok(at);
        }
        if fresh && self.known.len() < crate::drill::script::lower::MOST_PARTS {
            return Ok(self.add(&named));
        }
        let number = words.trim_start_matches(|sign: char| !sign.is_ascii_digit()).parse::<usize>().ok();
        number
            .filter(|at| (1..=self.known.len()).contains(at) && !fresh)
            .map(|at| at - 1)
            .ok_or(Why::UnknownPart(named))
    }

    fn add(&mut self, title: &str) -> usize {
        let at = self.known.len();
        let id = ItemId::new(title).filter(|id| !self.known.iter().any(|known| known.id == *id));
        let counted = || ItemId::new(&format!("p{}", at + 1)).expect("it is made of a letter and digits");
        let title = cut(title, 190).into_owned();
        self.known.push(Known { id: id.unwrap_or_else(counted), title, begins: None, dated: false, last: 0 });
        at
    }

    /// Minutes from the beginning of a part to a time. The first time of a new part is its beginning.
    pub fn minutes(&mut self, part: usize, (day, time): (Option<NaiveDate>, NaiveTime)) -> Option<u32> {
        let known = self.known.get_mut(part)?;
        let Some(begins) = known.begins else {
            // A day that nobody gave is only there to count from.
            known.begins = Some(day.unwrap_or_default().and_time(time));
            known.dated = day.is_some();
            return Some(0);
        };
        let day = day.filter(|_| known.dated).unwrap_or_else(|| begins.date());
        u32::try_from((day.and_time(time) - begins).num_minutes()).ok()
    }

    /// Takes note of something that is planned for a minute of a part.
    pub fn planned(&mut self, part: usize, minute: u32) {
        if let Some(known) = self.known.get_mut(part) {
            known.last = known.last.max(minute);
        }
    }

    /// Gives a new script its parts; of one that is there already, the parts stay as they are.
    pub fn put_into(&self, script: &mut Script, fresh: bool) {
        if !fresh {
            return;
        }
        let (offset, day) = (*script.start.instant().offset(), script.start.date());
        // A time without a day is one of the day that stands in for it.
        let stamp = |known: &Known| {
            let begins = known.begins?;
            let begins = if known.dated { begins } else { day.and_time(begins.time()) };
            begins.and_local_timezone(offset).single().map(Stamp::new)
        };
        if let Some(start) = self.known.first().and_then(stamp) {
            script.start = start;
        }
        let mut ends = script.start;
        for (at, known) in self.known.iter().enumerate() {
            // A part of no length is none; the author gives it its minutes.
            let minutes = known.last.max(1);
            let start = stamp(known).filter(|start| at > 0 && *start >= ends);
            ends = start.unwrap_or(ends).plus_seconds(i64::from(minutes) * 60);
            script.parts.push(Part {
                id: known.id.clone(),
                title: known.title.clone(),
                minutes,
                start,
                text: None,
                questions: Vec::new(),
            });
        }
    }
}
