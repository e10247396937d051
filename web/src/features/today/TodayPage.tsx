import { useSession } from "~/kernel/session/session";

/** What to do now. */
export default function TodayPage() {
  const { user } = useSession();
  return <h1>{user.name}</h1>;
}
