/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tray, or another place where a printer takes paper from. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lets the printer choose. */
#define YC_PAPER_SOURCE_AUTO "auto"

#define YC_TYPE_PAPER_SOURCE (yc_paper_source_get_type ())
G_DECLARE_FINAL_TYPE (YcPaperSource, yc_paper_source, YC, PAPER_SOURCE, GObject)

/* @name: IPP media-source (PWG 5100.7), such as "tray-1" or "manual". Properties "name", "title". */
YcPaperSource *yc_paper_source_new       (const char    *name);
const char    *yc_paper_source_get_name  (YcPaperSource *self);
/* Translated, for a clerk: 纸盒 1, 手动进纸, …; the name itself where nobody knows better words. */
const char    *yc_paper_source_get_title (YcPaperSource *self);

G_END_DECLS
