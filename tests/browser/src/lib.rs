//! Real browsers, real editors: the server of the local pages, the drivers and the scenarios.
