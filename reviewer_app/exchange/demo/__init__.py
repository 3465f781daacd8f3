"""The files of the demo round: what twelve invented clusters would have handed in, made anew from the same facts."""
