/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's page: paper, margins and fonts. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-sheet-page.h"
#include "yc-sheet-text.h"

G_BEGIN_DECLS

/**
 * YcTemplateFace:
 * @face: a typeface
 * @bold: heavy or regular
 */
typedef struct
{
  YcSheetFace face;
  gboolean    bold;
} YcTemplateFace;

/**
 * YcTemplatePage:
 * @paper: paper and margins
 * @heading: for titles
 * @body: for the text
 * @table: for what stands in tables
 * @note: for notes
 * @size: the text's em size in points; titles, tables and notes follow it
 * @leading: from one base line of the text to the next
 */
typedef struct
{
  YcSheetPage    paper;
  YcTemplateFace heading;
  YcTemplateFace body;
  YcTemplateFace table;
  YcTemplateFace note;
  double         size;
  double         leading;
} YcTemplatePage;

gboolean yc_template_page_read  (YcTemplatePage  *self,
                                 JsonNode        *page,
                                 GError         **error);
gboolean yc_template_paper_read (YcSheetPage     *paper,
                                 JsonObject      *page,
                                 const char      *pointer,
                                 GError         **error);
gboolean yc_template_face_read  (YcTemplateFace  *face,
                                 JsonObject      *fonts,
                                 const char      *part,
                                 const char      *pointer,
                                 GError         **error);

G_END_DECLS
