//! Drills: scripts, what they may not hold, and the exercises that are held with them.

mod clock;
mod figures;
mod good;
mod tabletops;
mod worked;
