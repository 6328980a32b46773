/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One search. Its answer is waited for a moment, so that the frame that shows the key shows what was
 * found, too; an answer that takes longer comes by itself. */
#include "yc-seeker-search.h"

#define LOOK_AGAIN_MS 2

typedef struct
{
  GTask        *task;
  /* Where the index answers, apart from all that the main loop has to do. */
  GMainContext *context;
  gboolean      answered;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->task);
  g_main_context_unref (search->context);
  g_free (search);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Search *search = user_data;
  GError *error = NULL;
  YcSearchResult *found = yc_search_index_find_finish (YC_SEARCH_INDEX (source), result, &error);

  search->answered = TRUE;
  if (found != NULL)
    g_task_return_pointer (search->task, found, g_object_unref);
  else
    g_task_return_error (search->task, error);
}

static gboolean
look_again_cb (gpointer user_data)
{
  Search *search = user_data;

  g_main_context_iteration (search->context, FALSE);
  if (!search->answered)
    return G_SOURCE_CONTINUE;
  search_free (search);
  return G_SOURCE_REMOVE;
}

static gboolean
stop_waiting_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Whether it is answered then. Lets go of the source while the context is still held here: the thread
 * that answered may hold it last, and free it just then. */
static gboolean
wait_a_moment (Search *search,
               guint   patience_ms)
{
  g_autoptr (GSource) patience = g_timeout_source_new (patience_ms);
  gboolean waited = patience_ms == 0;

  g_source_set_callback (patience, stop_waiting_cb, &waited, NULL);
  g_source_attach (patience, search->context);
  while (!search->answered && !waited)
    g_main_context_iteration (search->context, TRUE);
  g_source_destroy (patience);
  return search->answered;
}

void
yc_seeker_search_begin (YcSearchIndex         *index,
                        const char            *query,
                        const YcSearchOptions *options,
                        guint                  patience_ms,
                        GTask                 *task)
{
  Search *search = g_new0 (Search, 1);

  search->task = task;
  search->context = g_main_context_new ();
  g_main_context_push_thread_default (search->context);
  yc_search_index_find_async (index, query, options, g_task_get_cancellable (task), found_cb, search);
  g_main_context_pop_thread_default (search->context);
  if (wait_a_moment (search, patience_ms))
    search_free (search);
  else
    g_timeout_add (LOOK_AGAIN_MS, look_again_cb, search);
}
