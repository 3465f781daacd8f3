"""Sets annexes as PDF: blocks of text, tables and drawings on pages whose number is fixed beforehand."""
