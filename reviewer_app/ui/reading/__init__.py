"""Reading an application and scoring it beside its annexes."""
