/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists: every way through them leads somewhere, on every day that matters. */
#include "yc-catalog-list-version-private.h"

#include <glib/gi18n-lib.h>

#include "yc-day.h"
#include "yc-json.h"
#include "yc-list-days-private.h"
#include "yc-list-graph.h"
#include "yc-question-outcome.h"

/* More dead ends than this say the same thing. */
#define MAX_DEAD_ENDS 3

/* What was seen on the days so far. @day: on which it is tried, NULL when it is the only one; @told: what was
 * told already, and is not told again for another day */
typedef struct
{
  const YcCatalogListVersion *version;
  YcListGraph                *graph;
  const char                 *day;
  gboolean                    dead_ends;
  gboolean                   *asked;
  gboolean                   *included;
  gboolean                   *reached;
  GHashTable                 *told;
} Proof;

static gboolean
is_new (Proof      *proof,
        const char *what,
        guint       index)
{
  return g_hash_table_add (proof->told, g_strdup_printf ("%s %u", what, index));
}

/* With the day, where it is not any day. */
static char *
dup_path (Proof *proof,
          guint  stop,
          guint  way)
{
  g_autofree char *path = yc_list_graph_dup_path (proof->graph, stop, way);

  /* Translators: a day, and a question with its answer */
  return proof->day != NULL ? g_strdup_printf (_("(on %s) %s"), proof->day, path)
                            : g_steal_pointer (&path);
}

/* Each way that leads to no outcome, in the list's words. */
static void
tell_dead_ends (Proof *proof)
{
  YcListGraph *graph = proof->graph;
  guint n = 0;

  for (guint i = 0; i < yc_list_graph_get_n_stops (graph) && !proof->dead_ends; i++)
    for (guint j = 0; j < yc_list_graph_get_n_ways (graph, i); j++)
      {
        g_autofree char *path = NULL;

        if (!yc_list_graph_is_dead_end (graph, yc_list_graph_get_way (graph, i, j)) ||
            ++n > MAX_DEAD_ENDS)
          continue;
        path = dup_path (proof, i, j);
        yc_catalog_list_version_tell (proof->version, "/outcomes",
                                      _("these answers lead nowhere: %s"), path);
      }
  proof->dead_ends |= n > 0;
  if (n > MAX_DEAD_ENDS)
    yc_catalog_list_version_tell (proof->version, "/outcomes",
                                  g_dngettext (GETTEXT_PACKAGE,
                                               "and so does %u other way to answer",
                                               "and so do %u other ways to answer",
                                               n - MAX_DEAD_ENDS),
                                  n - MAX_DEAD_ENDS);
}

typedef gboolean (*IsSo) (YcListGraph *graph,
                          guint        stop,
                          guint        index);

/* (nullable): the shortest way to where it is so. */
static char *
find_path (Proof *proof,
           IsSo   is_so,
           guint  index)
{
  for (guint i = 0; i < yc_list_graph_get_n_stops (proof->graph); i++)
    for (guint j = 0; j < yc_list_graph_get_n_ways (proof->graph, i); j++)
      if (is_so (proof->graph, yc_list_graph_get_way (proof->graph, i, j), index))
        return dup_path (proof, i, j);
  return NULL;
}

/* “Not more than four” holds where nobody was asked how many: what was not asked counts as nothing. */
static void
warn_of_bare (Proof      *proof,
              const char *member,
              IsSo        is_bare)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u/when", member, i);
      g_autofree char *path = find_path (proof, is_bare, i);

      if (path != NULL && is_new (proof, member, i))
        yc_catalog_list_version_warn (proof->version, pointer,
                                      _("this holds also where nothing of it was asked: %s"), path);
    }
}

static JsonObject *
get_outcome (Proof *proof,
             guint  index)
{
  return json_array_get_object_element (yc_json_get_array (proof->version->json, "outcomes"), index);
}

/* The same answers give an item and refuse it. */
static void
tell_conflicts (Proof *proof)
{
  for (guint i = 0; i < yc_list_graph_get_n_conflicts (proof->graph); i++)
    {
      g_autofree char *path = find_path (proof, yc_list_graph_has_conflict, i);
      g_autofree char *pointer = NULL;
      guint first, second;

      if (path == NULL || !is_new (proof, "conflict", i))
        continue;
      yc_list_graph_get_conflict (proof->graph, i, &first, &second);
      pointer = g_strdup_printf (
        "/outcomes/%u/%s", second,
        yc_outcome_kind_get_word (yc_question_outcome_get_kind (get_outcome (proof, second), NULL)));
      yc_catalog_list_version_tell (proof->version, pointer,
                                    _("“%s” says otherwise of this item after the same answers: %s"),
                                    yc_json_get_string (get_outcome (proof, first), "id", ""), path);
    }
}

/* “Not before May” must not be said in May. */
static void
warn_of_late (Proof *proof)
{
  JsonArray *outcomes = yc_json_get_array (proof->version->json, "outcomes");

  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      const char *from = yc_json_get_string (get_outcome (proof, i), "from", NULL);
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/from", i);

      if (yc_day_is_valid (from) && g_strcmp0 (proof->day, from) >= 0 &&
          yc_list_graph_reaches (proof->graph, i) && is_new (proof, "from", i))
        yc_catalog_list_version_warn (proof->version, pointer,
                                      _("this outcome is still reached on that day"));
    }
}

typedef gboolean (*IsReached) (YcListGraph *graph,
                               guint        index);

static void
note_reached (Proof      *proof,
              const char *member,
              IsReached   is_reached,
              gboolean   *reached)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    reached[i] |= is_reached (proof->graph, i);
}

static void
tell_unreached (Proof          *proof,
                const char     *member,
                const gboolean *reached,
                const char     *message)
{
  JsonArray *array = yc_json_get_array (proof->version->json, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%s/%u", member, i);

      if (!reached[i])
        yc_catalog_list_version_tell (proof->version, pointer, "%s", message);
    }
}

/* FALSE when not all ways could be gone through. */
static gboolean
prove_on (Proof             *proof,
          const YcListWorld *world,
          const char        *day)
{
  YcListWorld then = *world;
  g_autoptr (YcListGraph) graph = NULL;
  const char *pointer, *trouble;

  then.today = day;
  proof->graph = graph = yc_list_graph_new (proof->version->list, &then);
  trouble = yc_list_graph_get_trouble (graph, &pointer);
  if (trouble != NULL)
    {
      yc_catalog_list_version_tell (proof->version, pointer, "%s", trouble);
      return FALSE;
    }
  tell_dead_ends (proof);
  note_reached (proof, "questions", yc_list_graph_asks, proof->asked);
  note_reached (proof, "include", yc_list_graph_includes, proof->included);
  note_reached (proof, "outcomes", yc_list_graph_reaches, proof->reached);
  warn_of_bare (proof, "questions", yc_list_graph_asks_bare);
  warn_of_bare (proof, "outcomes", yc_list_graph_ends_bare);
  tell_conflicts (proof);
  warn_of_late (proof);
  return TRUE;
}

static gboolean *
new_flags (const YcCatalogListVersion *version,
           const char                 *member)
{
  JsonArray *array = yc_json_get_array (version->json, member);

  return g_new0 (gboolean, array != NULL ? json_array_get_length (array) + 1 : 1);
}

void
yc_catalog_list_version_prove (const YcCatalogListVersion *version,
                               const YcListWorld          *world)
{
  g_autoptr (GPtrArray) days = yc_list_days_new (version->list);
  g_autofree gboolean *asked = new_flags (version, "questions");
  g_autofree gboolean *included = new_flags (version, "include");
  g_autofree gboolean *reached = new_flags (version, "outcomes");
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Proof proof = { .version = version, .asked = asked, .included = included, .reached = reached,
                  .told = told };

  if (days == NULL)
    {
      yc_catalog_list_version_tell (version, "/questions",
                                    _("this list cannot be proven: too many days make a difference"));
      return;
    }
  for (guint i = 0; i < days->len; i++)
    {
      proof.day = days->len > 1 ? days->pdata[i] : NULL;
      if (!prove_on (&proof, world, days->pdata[i]))
        return;
    }
  tell_unreached (&proof, "questions", asked, _("this question is never asked"));
  tell_unreached (&proof, "include", included, _("no answers lead to this list"));
  tell_unreached (&proof, "outcomes", reached, _("no answers lead to this outcome"));
}
