/** The fixed parts of the track, as they were asked for: each line has its place in the content. */
export const brief = {
  track: { title: 'Distributed Systems', subtitle: 'Foundation Track' },

  /** Four difficulties, by name, with what the pitch keeps of each. */
  difficulties: [
    { name: 'Latency', keeps: ['network call', 'millions of times slower', 'local'] },
    { name: 'Partial failure', keeps: ['fail independently', 'often'] },
    { name: 'No global clock', keeps: ['different machines', 'cannot be reliably ordered'] },
    { name: 'Uncertainty', keeps: ['cannot always tell', 'remote call succeeded'] },
  ],
  /** What makes them exact. */
  exactly: [
    '0.5 ms',
    '150 ms',
    'California',
    'Netherlands',
    'hundred thousand',
    'tens of millions',
    'correlated',
    'Timestamps',
    'cannot order events',
    'Causality',
  ],
  opening: ['web server', 'database', 'already', 'distributed', 'availability zones'],

  modules: [
    {
      id: '5.1',
      title: 'What Makes Systems Distributed',
      minutes: { least: 25, most: 30 },
      topics: ['the fundamental challenges', 'cap theorem', 'kubernetes as example', 'why it’s hard'],
      covers: [
        'latency',
        'partial failure',
        'clock',
        'uncertainty',
        'timeout',
        'retr',
        'idempotency',
        'physical',
        'logical',
        'cap',
        'pacelc',
        'kubernetes',
        'hard',
      ],
    },
    {
      id: '5.2',
      title: 'Consensus and Coordination',
      minutes: { least: 35, most: 40 },
      topics: ['paxos and raft', 'leader election', 'distributed locks', 'etcd and zookeeper'],
      covers: [
        'consensus problem',
        'flp',
        'paxos',
        'raft',
        'election',
        'log',
        'commit',
        'leader election',
        'lock',
        'lease',
        'fencing',
        'etcd',
        'zookeeper',
        'worth',
      ],
    },
    {
      id: '5.3',
      title: 'Eventual Consistency',
      minutes: { least: 30, most: 35 },
      topics: ['consistency spectrum', 'replication strategies', 'conflict resolution', 'crdts'],
      covers: [
        'spectrum',
        'single-leader',
        'multi-leader',
        'leaderless',
        'quorum',
        'session guarantees',
        'conflict',
        'version vector',
        'crdt',
        'gossip',
        'anti-entropy',
      ],
    },
  ],

  path: { start: 'START HERE', modules: ['5.1', '5.2', '5.3'], end: 'FOUNDATIONS COMPLETE' },
  leadsTo: [
    { name: 'SRE Discipline', text: 'Apply distributed-systems thinking to reliability', isOnPath: true },
    { name: 'Platform Engineering Discipline', text: 'Build platforms on distributed foundations', isOnPath: true },
    { name: 'GitOps Discipline', text: 'Eventual consistency in practice', isOnPath: true },
    { name: 'Observability Toolkit', text: 'Monitor distributed systems', isOnPath: false },
  ],

  keyConcepts: [
    ['Latency', '5.1', 'network calls are slow: physics'],
    ['Partial Failure', '5.1', 'parts fail while others continue'],
    ['CAP Theorem', '5.1', 'choose consistency or availability during partition'],
    ['Consensus', '5.2', 'getting nodes to agree on a value'],
    ['Raft', '5.2', 'understandable consensus algorithm'],
    ['Leader Election', '5.2', 'choosing one coordinator among many'],
    ['Distributed Lock', '5.2', 'mutual exclusion across machines'],
    ['Eventual Consistency', '5.3', 'convergence without immediate agreement'],
    ['Version Vectors', '5.3', 'tracking causality without clocks'],
    ['CRDTs', '5.3', 'conflict-free data structures'],
  ],

  questions: [
    ['What if this call fails?', 'design for partial failure'],
    ['What if it’s just slow?', 'can’t distinguish slow from dead'],
    ['Do we need consensus here?', 'consensus is expensive, use sparingly'],
    ['What consistency do we need?', 'match consistency to requirements'],
    ['How do we handle conflicts?', 'concurrent writes will happen'],
    ['What’s the failure domain?', 'understand blast radius'],
  ],

  books: [
    ['Designing Data-Intensive Applications', 'Martin Kleppmann', '1st edition'],
    ['Distributed Systems for Fun and Profit', 'Mikito Takada', 'free online'],
    ['Database Internals', 'Alex Petrov'],
  ],
  papers: [
    ['Time, Clocks, and the Ordering of Events in a Distributed System', 'Lamport', '1978'],
    ['In Search of an Understandable Consensus Algorithm', 'Diego Ongaro', 'John Ousterhout', '2014', 'Raft'],
    ['Dynamo: Amazon’s Highly Available Key-value Store', 'DeCandia', '2007'],
  ],

  recap: [
    ['Systems Thinking', 'see systems as interconnected wholes'],
    ['Reliability Engineering', 'design for failure, measure with slos'],
    ['Observability Theory', 'understand through metrics, logs, traces'],
    ['Security Principles', 'defense in depth, least privilege'],
    ['Distributed Systems', 'consensus, consistency, coordination'],
  ],
  quote: {
    text: 'A distributed system is one in which the failure of a computer you didn’t even know existed can render your own computer unusable.',
    by: 'Leslie Lamport',
  },
} as const;
