//! Drills: scripts, what they may not hold, and the exercises that are held with them.

mod after;
mod after_schema;
mod bad;
mod clock;
mod commands;
mod complaints;
mod conduct;
mod console;
mod docs;
mod edges;
mod figures;
mod good;
mod laptops;
mod leak;
mod lines;
mod masked;
mod mixed;
mod msel;
mod places;
mod players;
mod prints;
mod real_event;
mod table;
mod tabletops;
mod vectors;
mod worked;
