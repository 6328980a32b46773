/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The knowledge base kept together: what was reported and asked, and what became of it. */
#pragma once

#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_KNOWLEDGE_PAGE (yc_knowledge_page_get_type ())

G_DECLARE_FINAL_TYPE (YcKnowledgePage, yc_knowledge_page, YC, KNOWLEDGE_PAGE, YcPage)

G_END_DECLS
