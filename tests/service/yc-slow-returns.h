/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the figures of returns the slow way: from the cases, each figure by itself. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

/* Every figure of the period's summary is what the cases say. The days are such as "2026-11-21". */
void yc_slow_returns_assert_summary (YcTransaction *transaction,
                                     const char    *first,
                                     const char    *last,
                                     const char    *path);

G_END_DECLS
