//! What stands around a case that is looked at as it was: which moment it is, and what its entry switched.

use super::{Line, receipt};
use crate::base::text::counted;
use crate::base::{Now, Stamp};
use crate::judge::View;
use crate::judge::view::replay::Replay;

/// `REPLAY 02:40:00 · 31 of 96 · read only`; in an exercise `REPLAY 15:42:00, real 10:15:00 · 6 of 12 · read only`.
pub fn head(replay: &Replay) -> String {
    format!("REPLAY {} · {} of {} · read only", time(replay), replay.entries(), replay.of())
}

fn time(replay: &Replay) -> String {
    let now = replay.moment().now;
    let real = replay.real().map_or_else(String::new, |real| format!(", real {}", seconds(real, Now::from(real))));
    format!("{}{real}", seconds(now.at, now))
}

fn seconds(at: Stamp, now: Now) -> String {
    now.zone.stamp(at).instant().format("%H:%M:%S").to_string()
}

/// The day of the moment: `28 Nov`.
pub fn day(replay: &Replay) -> String {
    let now = replay.moment().now;
    now.zone.stamp(now.at).instant().format("%-d %b %Y").to_string()
}

/// The entry after which the case is shown, and what it switched: `✓ k4-31 02:40  Yes · Was a device stolen?  now met: theft`.
pub fn foot(view: &View<'_>, replay: &Replay) -> Line {
    let Some(at) = view.at else { return Line::default() };
    let entry = receipt::foot(view, at).words();
    let switched = receipt::switched_in_short(view, replay.switched());
    Line::quiet(if switched.is_empty() { entry } else { format!("{entry}  {switched}") })
}

/// Everything that the entry switched, a line each.
pub fn switched(view: &View<'_>, replay: &Replay) -> Vec<String> {
    receipt::changes(view.playbook, replay.switched()).collect()
}

/// What has to be known about the moment: that entries stand there which seem to be later.
pub fn remark(replay: &Replay) -> Option<String> {
    let ahead = replay.ahead();
    let (entries, seem) = (counted(ahead, "entry", "entries"), if ahead == 1 { "seems" } else { "seem" });
    (ahead > 0).then(|| {
        format!("{entries} of another laptop {seem} to be later, but had been seen by then: the clocks do not agree.")
    })
}

/// Where there was nothing yet.
pub const NOTHING_YET: &str = "Nothing had been recorded by then.";
