/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of typing, for those who measure it. */
#pragma once

void yc_typing_marks_watch (void);
