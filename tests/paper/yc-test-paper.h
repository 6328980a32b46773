/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Poppler reads of sheets of paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): all words without spaces */
char  *yc_test_paper_read_text    (GBytes     *pdf);
/* Fails when they are not A4. */
guint  yc_test_paper_count_pages  (GBytes     *pdf);
void   yc_test_paper_assert_has   (const char *text,
                                   const char *words);
void   yc_test_paper_assert_lacks (const char *text,
                                   const char *words);

G_END_DECLS
