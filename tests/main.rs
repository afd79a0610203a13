//! All native tests as one binary, which compiles and links once: a module a behaviour, `cargo test NAME::` runs one.
//! What needs the command line is compiled with `--features cli` only. The tests in browsers are in web.rs.
#![cfg(not(target_arch = "wasm32"))]

mod support;

mod acceptance;
mod acts;
mod begin;
mod cards;
mod cases;
mod check;
mod compare;
mod compiled;
mod corrections;
mod diagnostics;
mod diff;
mod everyday;
mod explore;
mod export;
mod facts;
mod flashes;
mod fuzz;
mod golden;
mod grammar;
mod guess;
mod hostile;
mod imports;
mod keys;
mod languages;
mod layout;
mod links;
mod mending;
mod motion;
mod mutation;
mod outputs;
mod parity;
mod pdf;
mod phrases;
mod playback;
mod publish;
mod reading;
mod recognise;
mod render;
mod rules;
mod schema;
mod seeing;
mod sentences;
mod serve;
mod shared;
mod smil;
mod statuses;
mod stream;
mod svg;
mod tiles;
mod widths;
mod window;
